/**
 * A line that starts with `#` is a comment in every message that git lets somebody edit, and a heading goes with it. So
 * headings are underlined, and code that has such lines is set in.
 */
import { type Edit, placeOf, quoted } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';
import { displayWidth } from '../../mail/display-width.js';
import { plainText } from '../../markdown-outline.js';

export const headingMark = rule(
  {
    'mail/hash-heading': code<{ text: string; depth: number }>({
      severity: fromReview('warning', 'error'),
      rule: 'Headings are underlined: git takes a line that starts with # for a comment.',
      message: ({ text }) =>
        `Unexpected # before ${quoted(text)}, expected an underline of four characters or more`,
      hint: ({ depth }) =>
        depth > 2
          ? 'Underlines give two depths, = and -: use one of them, or start a paragraph with the word.'
          : undefined,
      isSafeToFix: true,
    }),
    'mail/hash-line': code<object>({
      severity: fromReview('warning', 'error'),
      rule: 'No line of code starts with # at column 1: git takes it for a comment.',
      message: () => 'Unexpected # at column 1, expected white space before it',
      hint: () => 'Set the code in by two spaces.',
    }),
  },
  ({ nodes, lines, spanOf, rfc: { source } }, report) => {
    const headings = nodes('heading').flatMap((node) => {
      const place = placeOf(source, spanOf(node));
      if (place.column > 1 || source.text[place.start] !== '#') return [];
      const text = plainText(node);
      const before = lines().line(place.line - 1);
      const isApart = before === undefined || before.kind !== 'prose' || !/\S/.test(before.text);
      const fix = { title: 'Underline it', edits: underline(source.text, place, node.depth, isApart) };
      // Above an underline such a title would be an item of a list, or a quote.
      const isFixable = node.depth <= 2 && text !== '' && !/^(?:[-+*>#=|~`<[]|\d+[.)])/.test(text);
      return [report('mail/hash-heading', place, { text, depth: node.depth }, isFixable ? { fix } : {})];
    });
    const isHeading = new Set(headings.map(({ place }) => place.line));
    const others = lines()
      .matching(/^#/gm)
      .filter(({ text, number }) => text.startsWith('#') && !isHeading.has(number));
    return [
      ...headings,
      ...others.map(({ start }) => report('mail/hash-line', placeOf(source, { start, end: start + 1 }), {})),
    ];
  },
);

/** Without the marks, also those at the end, and with a line under it that is as long. `isApart`: from the text above. */
function underline(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  depth: number,
  isApart: boolean,
): readonly Edit[] {
  const title = text
    .slice(start, end)
    .replace(/^#+[ \t]+/, '')
    .replace(/[ \t]+#+[ \t]*$/, '')
    .trim();
  const mark = depth === 1 ? '=' : '-';
  const ending = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const gap = isApart ? '' : ending;
  return [{ start, end, text: `${gap}${title}${ending}${mark.repeat(Math.max(4, displayWidth(title)))}` }];
}
