import { linesWithin, placeOf, type Span, textOf } from '@quiesce/contract';
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
  ({ lines, nodes, spanOf, rfc: { source } }, report) => {
    const inline = nodes('inlineCode').flatMap((node) => linesWithin(source, spanOf(node)));
    const code: readonly Span[] = [...lines().filter(({ kind }) => kind === 'code'), ...inline];
    return code.flatMap((span) =>
      Array.from(textOf(source, span).matchAll(/[\u2010-\u2013\u2018-\u201a\u201c-\u201e\u2212]/g)).map(
        ({ 0: found, index }) => {
          const start = span.start + index;
          const expected = plain[found]!;
          const fix = { title: `Write ${expected}`, edits: [{ start, end: start + 1, text: expected }] };
          return report(
            'mail/typographic-quote',
            placeOf(source, { start, end: start + 1 }),
            { found, expected },
            { fix },
          );
        },
      ),
    );
  },
);
