import { report } from '../problems.js';
import type { RfcRule } from '../rule.js';

export const repeatedOption: RfcRule = {
  id: 'rfc/repeated-option',
  check: ({ declaredOptions = [] }) =>
    declaredOptions.flatMap(({ value: option, place }, index) => {
      const first = declaredOptions.findIndex(({ value }) => value === option);
      if (first === index) return [];
      const related = [{ place: declaredOptions[first]!.place, message: 'the first is here' }];
      return [report('rfc/repeated-option', place, { option }, { related })];
    }),
};
