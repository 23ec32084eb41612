/** References are numbers in brackets, with the works at the end of the file; `lint/references.ts` reads them. */
import type { Diagnostic, Placed } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
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
  ({ references }, report) => {
    const { defined, used } = references();
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
