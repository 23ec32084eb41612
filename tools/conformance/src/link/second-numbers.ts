/** An RFC is known by its number: commands, configuration and mail name it so. Two files with one number are two answers. */
import type { Diagnostic, Place } from '@quiesce/contract';
import { report } from '../problems.js';
import type { PromiseDocument } from './promises.js';

/**
 * A finding for each number that several documents have, whatever their status, if one of them is in `asked`: placed in the last of
 * those, with the others beside it.
 */
export function secondNumbers(
  documents: readonly PromiseDocument[],
  asked: readonly string[] = documents.map(({ file }) => file),
): readonly Diagnostic[] {
  return [...new Set(documents.map(({ number }) => number))].flatMap((number) => {
    const own = documents.filter((document) => document.number === number);
    const last = own.findLast(({ file }) => asked.includes(file));
    if (last === undefined || own.length < 2) return [];
    const related = own
      .filter((document) => document !== last)
      .map((document) => ({ place: placeIn(document), message: 'the other is here' }));
    return [report('link/second-number', placeIn(last), { number }, { related })];
  });
}

function placeIn({ file, numberPlace }: PromiseDocument): Place {
  return numberPlace ?? { file, line: 1, column: 1 };
}
