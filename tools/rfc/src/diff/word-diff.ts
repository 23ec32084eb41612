/**
 * What became of a text, word by word. White space only separates: a text that was filled anew has not changed.
 *
 * A plain diff of tokens leaves crumbs, a comma or an "a" that two unrelated sentences have in common. Such a run between
 * two changes is taken into them, so that what is shown as removed or as added can be read in one piece.
 */
import { diffArrays } from 'diff';

export interface WordRun {
  readonly kind: 'same' | 'added' | 'removed';
  /** With single spaces between words, and those at its ends that belong to it. Never empty. */
  readonly text: string;
}

/** Beyond so many changed tokens two texts have nothing to do with each other, and the search would take seconds. */
const maxEditLength = 2000;

/** So many letters in common, between two changes, are chance. */
const crumbLength = 3;

/**
 * The runs of both texts in order. Without the added ones they are `before`, without the removed ones `after`, each with
 * every stretch of white space as one space and none at its ends. Where both changed, what was removed comes first.
 */
export function wordDiff(before: string, after: string): readonly WordRun[] {
  const old = tokensOf(before);
  const present = tokensOf(after);
  const changes = diffArrays([...old], [...present], { maxEditLength }) ?? [
    { value: [...old], removed: true, added: false },
    { value: [...present], removed: false, added: true },
  ];
  const gaps: Gap[] = [{ removed: '', added: '', same: '' }];
  for (const { value, added, removed } of changes) {
    const text = value.join('');
    const last = gaps.at(-1)!;
    if (added || removed) {
      const open = last.same === '' ? last : { removed: '', added: '', same: '' };
      if (open !== last) gaps.push(open);
      open[added ? 'added' : 'removed'] += text;
    } else last.same += text;
  }
  return withoutCrumbs(gaps).flatMap(runsOf);
}

/** Whether the texts differ in nothing but white space. */
export function hasSameWords(before: string, after: string): boolean {
  return oneSpaced(before) === oneSpaced(after);
}

/** How the words of a field changed, for a sentence: that some were only added is certain, what they do is not. */
export function wordsReason(before: string, after: string, field: string): string {
  const runs = wordDiff(before, after);
  const hasWords = (kind: WordRun['kind']) =>
    runs.some((run) => run.kind === kind && /[\p{L}\p{N}]/u.test(run.text));
  if (!hasWords('removed') && hasWords('added')) return `words were added to ${field}`;
  if (!hasWords('added') && hasWords('removed')) return `words were taken out of ${field}`;
  return `the words of ${field} changed`;
}

/** A change, and what follows it unchanged. */
interface Gap {
  removed: string;
  added: string;
  same: string;
}

function withoutCrumbs(gaps: readonly Gap[]): readonly Gap[] {
  const kept: Gap[] = [];
  for (const gap of gaps) {
    const last = kept.at(-1);
    const isChange = last !== undefined && last.removed + last.added !== '';
    if (isChange && last.same.replace(/[^\p{L}\p{N}]/gu, '').length <= crumbLength) {
      last.removed += last.same + gap.removed;
      last.added += last.same + gap.added;
      last.same = gap.same;
    } else kept.push({ ...gap });
  }
  return kept;
}

function runsOf({ removed, added, same }: Gap): readonly WordRun[] {
  const runs: readonly WordRun[] = [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
    { kind: 'same', text: same },
  ];
  return runs.filter(({ text }) => text !== '');
}

/** Words with what stands inside them (`lamp.off-means-dark`, `engine->data`) and the sign of an error code; marks one by one. */
function tokensOf(text: string): readonly string[] {
  return (
    oneSpaced(text).match(
      /(?:(?<![\p{L}\p{N}_])-)?[\p{L}\p{N}_]+(?:(?:->|[-./'@])[\p{L}\p{N}_]+)*| |[^\p{L}\p{N}_ ]/gu,
    ) ?? []
  );
}

/** The words of a text with single spaces between them. */
export function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
