/**
 * What became of the list of options that promise a clause.
 *
 * Only an option that both revisions declare can gain or lose a promise. One that is declared anew had none to keep, and
 * its users lose nothing with it: that is told of the front matter, and here it is a matter of wording.
 */
import type { ClauseContent, OptionName } from '@quiesce/contract';
import type { FieldEffect } from './effect.js';

/** The options that each revision declares. */
export interface DeclaredOptions {
  readonly before: readonly OptionName[];
  readonly after: readonly OptionName[];
}

export function optionEffects(
  before: ClauseContent,
  after: ClauseContent,
  declared: DeclaredOptions,
): readonly FieldEffect[] {
  if (sameList(before.options, after.options)) return [];
  const old = before.options ?? declared.before;
  const present = after.options ?? declared.after;
  const gained = present.filter((name) => !old.includes(name));
  const lost = old.filter((name) => !present.includes(name));
  const effects = [
    effectOf('weaker', lost.filter(isIn(declared.after)), 'no longer promised by'),
    effectOf('stronger', gained.filter(isIn(declared.before)), 'now also promised by'),
    effectOf('wording', gained.filter(notIn(declared.before)), 'also promised by options declared anew:'),
    effectOf('wording', lost.filter(notIn(declared.after)), 'without options that are no longer declared:'),
  ].flat();
  if (effects.length > 0) return effects;
  return [{ effect: 'wording', reason: 'the same options promise it, written in another way' }];
}

function effectOf(
  effect: FieldEffect['effect'],
  names: readonly OptionName[],
  words: string,
): readonly FieldEffect[] {
  return names.length === 0 ? [] : [{ effect, reason: `${words} ${names.join(', ')}` }];
}

function isIn(list: readonly OptionName[]): (name: OptionName) => boolean {
  return (name) => list.includes(name);
}

function notIn(list: readonly OptionName[]): (name: OptionName) => boolean {
  return (name) => !list.includes(name);
}

function sameList(
  before: readonly OptionName[] | undefined,
  after: readonly OptionName[] | undefined,
): boolean {
  if (before === undefined || after === undefined) return before === after;
  return before.length === after.length && before.every((name, index) => name === after[index]);
}
