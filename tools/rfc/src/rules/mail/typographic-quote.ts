import { placeOf } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

const plain: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2212': '-',
};

const odd = /[\u2010-\u2013\u2018-\u201a\u201c-\u201e\u2212]/gm;

/** A word processor has been at code that somebody is going to copy. */
export const typographicQuote = rule(
  {
    'mail/typographic-quote': code<{ found: string; expected: string }>({
      severity: fromReview('warning'),
      rule: 'Quotes and dashes in code are those of ASCII.',
      message: ({ found, expected }) => `Unexpected ${found} in code, expected ${expected}`,
      isSafeToFix: true,
    }),
  },
  ({ lines, nodes, spanOf, rfc: { source } }, report) =>
    lines()
      .matching(odd)
      .flatMap(({ start: from, text, kind }) => {
        if (kind !== 'code' && kind !== 'prose') return [];
        const inline = nodes('inlineCode').map(spanOf);
        return Array.from(text.matchAll(odd)).flatMap(({ 0: found, index }) => {
          const start = from + index;
          if (kind === 'prose' && !inline.some((span) => start >= span.start && start < span.end)) return [];
          const expected = plain[found]!;
          const place = placeOf(source, { start, end: start + 1 });
          const fix = { title: `Write ${expected}`, edits: [{ start, end: start + 1, text: expected }] };
          return [report('mail/typographic-quote', place, { found, expected }, { fix })];
        });
      }),
);
