/** What became of each field of a clause, by the rule of its key. */
import { type Clause, type ClauseKey, clauseTable, clauseValues } from '@quiesce/contract';
import type { FieldEffect } from './effect.js';
import { guaranteeEffects } from './guarantee-effect.js';
import { type DeclaredOptions, optionEffects } from './option-effect.js';
import { hasSameWords, wordsReason } from './word-diff.js';

/** A field that differs; of a key that may stand several times, a value that only one side has. */
export interface FieldDifference {
  readonly key: ClauseKey;
  readonly before?: string;
  readonly after?: string;
  readonly effects: readonly FieldEffect[];
}

/** In the order of the table of fields. */
export function fieldDifferences(
  before: Clause,
  after: Clause,
  declared: DeclaredOptions,
): readonly FieldDifference[] {
  return clauseTable.fields.flatMap(({ key }) => differencesOf(key, before, after, declared));
}

function differencesOf(
  key: ClauseKey,
  before: Clause,
  after: Clause,
  declared: DeclaredOptions,
): readonly FieldDifference[] {
  const old = clauseValues(before);
  const present = clauseValues(after);
  switch (key) {
    case 'Clause':
      return [];
    case 'Option':
      return single(key, old, present, () => optionEffects(before, after, declared));
    case 'Then':
      return single(key, old, present, () => guaranteeEffects(before, after));
    case 'When':
      return single(key, old, present, narrowing('a condition', key));
    case 'Unless':
      return single(key, old, present, narrowing('an exception', key));
    case 'Scope':
      return single(key, old, present, scopeEffects);
    case 'Why':
      return single(key, old, present, () => [{ effect: 'wording', reason: 'another reason is given' }]);
    case 'Unchecked':
      return single(key, old, present, uncheckedEffects);
    case 'Was':
      // That it was renamed is told of the clause.
      return before.id === after.id ? list(key, old[key], present[key]) : [];
    case 'Model':
    case 'Code':
    case 'Test':
    case 'Bench':
    case 'Thread':
      return list(key, old[key], present[key]);
  }
}

type Values = ReturnType<typeof clauseValues>;

function single(
  key: ClauseKey,
  old: Values,
  present: Values,
  effectsOf: (before: string | undefined, after: string | undefined) => readonly FieldEffect[],
): readonly FieldDifference[] {
  const [before] = old[key];
  const [after] = present[key];
  const effects = before === after ? [] : effectsOf(before, after);
  return effects.length === 0 ? [] : [{ key, ...sides(before, after), effects }];
}

function sides(before: string | undefined, after: string | undefined): { before?: string; after?: string } {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** A When and an Unless take something away from the promise. */
function narrowing(what: string, key: ClauseKey) {
  return (before: string | undefined, after: string | undefined): readonly FieldEffect[] => {
    if (before === undefined) return [{ effect: 'weaker', reason: `${what} was added (${key})` }];
    if (after === undefined) return [{ effect: 'stronger', reason: `${what} was removed (${key})` }];
    return reworded(before, after, key);
  };
}

/** A Scope names what a clause is about: whether another one is wider is not in the words. */
function scopeEffects(before: string | undefined, after: string | undefined): readonly FieldEffect[] {
  if (before === undefined) return [{ effect: 'unclear', reason: 'a Scope was added' }];
  if (after === undefined) return [{ effect: 'unclear', reason: 'the Scope was removed' }];
  return reworded(before, after, 'Scope');
}

function reworded(before: string, after: string, key: ClauseKey): readonly FieldEffect[] {
  if (hasSameWords(before, after)) return [{ effect: 'wording', reason: `white space in ${key} changed` }];
  return [{ effect: 'unclear', reason: wordsReason(before, after, key) }];
}

/** The promise stands whether or not something checks it; what is lost without a check is the proof. */
function uncheckedEffects(before: string | undefined, after: string | undefined): readonly FieldEffect[] {
  if (before === undefined) return [{ effect: 'link', reason: 'it says now why nothing checks it' }];
  if (after === undefined) return [{ effect: 'link', reason: 'it no longer says that nothing checks it' }];
  return [{ effect: 'wording', reason: 'another reason is given why nothing checks it' }];
}

/** Values of a key that may repeat: their order says nothing. */
function list(
  key: ClauseKey,
  old: readonly string[],
  present: readonly string[],
): readonly FieldDifference[] {
  const gone = old.filter((value) => !present.includes(value));
  const fresh = present.filter((value) => !old.includes(value));
  const link = (reason: string): readonly FieldEffect[] => [{ effect: 'link', reason }];
  return [
    ...gone.map((before) => ({ key, before, effects: link(`without ${key} ${before}`) })),
    ...fresh.map((after) => ({ key, after, effects: link(`with ${key} ${after}`) })),
  ];
}
