import { quoted, type TextPlace } from '@quiesce/contract';
import { always } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

export const repeatedOption = rule(
  {
    'rfc/repeated-option': code<{ option: string }>({
      severity: always('error'),
      rule: 'The front matter declares each option once.',
      message: ({ option }) => `Unexpected second ${quoted(option)} in options`,
      hint: () => 'Remove one of the two.',
    }),
  },
  ({ rfc: { declaredOptions = [] } }, report) => {
    const firsts = new Map<string, TextPlace>();
    return declaredOptions.flatMap(({ value: option, place }) => {
      const first = firsts.get(option);
      if (first === undefined) {
        firsts.set(option, place);
        return [];
      }
      const related = [{ place: first, message: 'the first is here' }];
      return [report('rfc/repeated-option', place, { option }, { related })];
    });
  },
);
