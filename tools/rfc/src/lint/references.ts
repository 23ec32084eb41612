/**
 * References are numbers in brackets, with the works at the end of the file:
 *
 *     ... is worth which cost [1].              <- used
 *
 *     [1] R. Author, a mail of summer 2008.     <- defined: a line that starts with it, in a paragraph that does
 */
import { type Placed, placeOf, type Span, textOf } from '@quiesce/contract';
import type { Rfc } from '../rfc.js';
import type { ProseRun } from './prose.js';

export interface References {
  /** Each in the order of the text; the place is that of the number with its brackets. */
  readonly defined: readonly Placed<number>[];
  readonly used: readonly Placed<number>[];
}

const mark = /(?<![\w\])])\[([1-9][0-9]{0,2})\](?![(:])/g;

/** A block may use a reference too. */
export function referencesOf({ source, blocks }: Rfc, prose: readonly ProseRun[]): References {
  const defined = prose.flatMap((run) =>
    definitionsIn(run).map(({ value, start, end }) => ({ value, place: placeOf(source, { start, end }) })),
  );
  const starts = new Set(defined.map(({ place }) => place.start));
  const texts = [
    ...prose,
    ...blocks.map(({ fence: { body } }) => ({ text: textOf(source, body), start: body.start })),
  ];
  const used = texts.flatMap(({ text, start }) =>
    Array.from(text.matchAll(mark)).flatMap(({ 0: found, 1: number, index }) => {
      const at = start + index;
      if (starts.has(at)) return [];
      return [{ value: Number(number), place: placeOf(source, { start: at, end: at + found.length }) }];
    }),
  );
  return { defined, used };
}

/** Lines that start with a number in brackets, in a paragraph that does; offsets are those of the file. */
function definitionsIn({ text, start }: ProseRun): readonly (Span & { readonly value: number })[] {
  if (!/^\[[1-9]/m.test(text)) return [];
  const found: (Span & { readonly value: number })[] = [];
  let isDefining = false;
  let isAfterBlank = true;
  for (const { 0: line, index } of text.matchAll(/.+|^$/gm)) {
    const match = /^\[([1-9][0-9]{0,2})\](?::|[ \t]|$)/.exec(line);
    if (isAfterBlank) isDefining = match !== null;
    if (isDefining && match !== null) {
      const at = start + index;
      found.push({ value: Number(match[1]), start: at, end: at + match[1]!.length + 2 });
    }
    isAfterBlank = line.trim() === '';
  }
  return found;
}
