import { placeOf } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/** In capitals it reads like a promise, and no model, no test and no report knows of it. */
export const looseKeyword = rule(
  {
    'text/loose-keyword': code<{ keyword: string }>({
      severity: fromReview('warning'),
      rule: 'MUST, SHOULD, MAY and their like stand in capitals in contract blocks only.',
      message: ({ keyword }) =>
        `Unexpected ${keyword} outside a contract block: a promise that nothing checks`,
      hint: () => 'Make it a clause, or write it in small letters.',
    }),
  },
  ({ prose, rfc: { source } }, report) =>
    Array.from(prose().matchAll(keyword)).map(({ 0: text, index }) => {
      const place = placeOf(source, { start: index, end: index + text.length });
      return report('text/loose-keyword', place, { keyword: text.replace(/\s+/g, ' ') });
    }),
);

const keyword = /(?<![\w-])(?:(?:MUST|SHALL|SHOULD|MAY)(?:\s+NOT)?|REQUIRED|RECOMMENDED|OPTIONAL)(?![\w-])/g;
