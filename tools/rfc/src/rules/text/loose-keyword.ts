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
    prose().flatMap(({ text, start }) =>
      Array.from(text.matchAll(keyword)).map(({ 0: found, index }) => {
        const place = placeOf(source, { start: start + index, end: start + index + found.length });
        return report('text/loose-keyword', place, { keyword: found.replace(/\s+/g, ' ') });
      }),
    ),
);

const keyword = /(?<![\w-])(?:(?:MUST|SHALL|SHOULD|MAY)(?:\s+NOT)?|REQUIRED|RECOMMENDED|OPTIONAL)(?![\w-])/g;
