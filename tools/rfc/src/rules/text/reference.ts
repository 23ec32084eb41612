/**
 * References are numbers in brackets, with the works at the end of the file:
 *
 *     ... is worth which cost [1].              <- used
 *
 *     [1] R. Author, a mail of summer 2008.     <- defined: a line that starts with it, in a paragraph that does
 */
import { type Diagnostic, type Placed, placeOf, type Span, textOf } from '@quiesce/contract';
import type { RfcContext } from '../../lint/context.js';
import { fromReview } from '../../lint/mode.js';
import type { ProseRun } from '../../lint/prose.js';
import { code, rule } from '../../lint/rule.js';

interface Reference {
  readonly number: number;
}

export const reference = rule(
  {
    'text/undefined-reference': code<Reference>({
      severity: fromReview('warning', 'error'),
      rule: 'Each reference that the text uses is defined.',
      message: ({ number }) =>
        `Unexpected reference [${number}], expected a line at the end that starts with it`,
      hint: ({ number }) => `Write "[${number}] ..." under the references.`,
    }),
    'text/unused-reference': code<Reference>({
      severity: fromReview('warning'),
      rule: 'Each reference that is defined is used.',
      message: ({ number }) => `Unexpected reference [${number}] that the text does not use`,
      hint: () => 'Name it where it belongs, or remove it.',
    }),
    'text/repeated-reference': code<Reference>({
      severity: fromReview('warning', 'error'),
      rule: 'Each reference is defined once.',
      message: ({ number }) => `Unexpected second definition of [${number}]`,
    }),
    'text/reference-order': code<Reference & { expected: number }>({
      severity: fromReview('warning'),
      rule: 'References are numbered from 1, in the order in which they stand at the end.',
      message: ({ number, expected }) => `Unexpected reference [${number}], expected [${expected}]`,
    }),
  },
  (context, report) => {
    const { defined, used } = referencesOf(context);
    const first = new Map<number, Placed<number>>();
    for (const one of defined) if (!first.has(one.value)) first.set(one.value, one);
    const named = new Set(used.map(({ value }) => value));
    const firsts = [...first.values()];
    const misplaced = firsts.findIndex(({ value }, index) => value !== index + 1);
    return [
      ...used
        .filter(({ value }) => !first.has(value))
        .map(({ value: number, place }) => report('text/undefined-reference', place, { number })),
      ...firsts
        .filter(({ value }) => !named.has(value))
        .map(({ value: number, place }) => report('text/unused-reference', place, { number })),
      ...defined.flatMap((one): readonly Diagnostic[] => {
        const { value: number, place } = one;
        const other = first.get(number)!;
        if (other === one) return [];
        const related = [{ place: other.place, message: 'the first is here' }];
        return [report('text/repeated-reference', place, { number }, { related })];
      }),
      ...firsts
        .slice(misplaced, misplaced === -1 ? 0 : misplaced + 1)
        .map(({ value: number, place }) =>
          report('text/reference-order', place, { number, expected: misplaced + 1 }),
        ),
    ];
  },
);

const mark = /(?<![\w\])])\[([1-9][0-9]{0,2})\](?![(:])/g;

/** Each in the order of the text. A block may use a reference too. */
function referencesOf({ rfc: { source, blocks }, prose }: RfcContext): {
  readonly defined: readonly Placed<number>[];
  readonly used: readonly Placed<number>[];
} {
  const defined = prose().flatMap((run) =>
    definitionsIn(run).map(({ value, start, end }) => ({ value, place: placeOf(source, { start, end }) })),
  );
  const starts = new Set(defined.map(({ place }) => place.start));
  const texts = [
    ...prose(),
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
