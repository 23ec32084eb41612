/**
 * What became of a guarantee, by its keyword and its words.
 *
 * MAY leaves the matter open, so a MUST and a MUST NOT both promise more than it does; between them nothing is stronger.
 */
import type { ClauseContent, Keyword } from '@quiesce/contract';
import type { Effect, FieldEffect } from './effect.js';
import { hasSameWords, wordsReason } from './word-diff.js';

const ranks: Readonly<Record<Keyword, number>> = {
  MAY: 0,
  SHOULD: 1,
  'SHOULD NOT': 1,
  MUST: 2,
  'MUST NOT': 2,
};

export function guaranteeEffects(before: ClauseContent, after: ClauseContent): readonly FieldEffect[] {
  const keyword = keywordEffect(before.keyword, after.keyword);
  const rest = hasSameWords(restOf(before), restOf(after))
    ? []
    : [{ effect: 'unclear' as const, reason: wordsReason(restOf(before), restOf(after), 'Then') }];
  if (keyword !== undefined)
    return [{ effect: keyword, reason: `${before.keyword} became ${after.keyword}` }, ...rest];
  if (rest.length > 0 || before.guarantee === after.guarantee) return rest;
  return [{ effect: 'wording', reason: 'white space in Then changed' }];
}

function keywordEffect(before: Keyword, after: Keyword): Effect | undefined {
  if (before === after) return undefined;
  const isTurned = isBan(before) !== isBan(after) && before !== 'MAY' && after !== 'MAY';
  if (isTurned) return 'unclear';
  return ranks[before] < ranks[after] ? 'stronger' : 'weaker';
}

function isBan(keyword: Keyword): boolean {
  return keyword === 'MUST NOT' || keyword === 'SHOULD NOT';
}

/** The guarantee with a mark where its keyword stands. */
function restOf({ guarantee, keyword }: ClauseContent): string {
  const words = keyword.replace(' ', '\\s+');
  return guarantee.replace(new RegExp(`\\b${words}\\b`), '\0');
}
