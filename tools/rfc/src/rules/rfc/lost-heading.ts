/**
 * An underlined line that starts like a list item is an item, and its underline is a rule or text:
 *
 *     7. Two detachers at once        <- item 7 of a list
 *     ------------------------        <- a rule across the page
 *
 * In the raw text it looks like a heading, so nobody sees that the section is gone.
 */
import { lineSpan, placeOf, quoted, type SourceText, textOf } from '@quiesce/contract';
import type { RootContent } from 'mdast';
import { always } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

export const lostHeading = rule(
  {
    'rfc/lost-heading': code<{ text: string }>({
      severity: always('warning'),
      rule: 'An underlined heading does not start like the item of a list: Markdown shows it as one.',
      message: ({ text }) => `Unexpected list item ${quoted(text)}, expected a heading above an underline`,
      hint: () => 'Begin the heading with a word, or put its number in parentheses: "(7) ...".',
    }),
  },
  ({ rfc: { source, tree } }, report) =>
    tree.children.flatMap((node, index) => {
      const line =
        node.type === 'list' ? lineOfLostHeading(source, node, tree.children[index + 1]) : undefined;
      const span = line === undefined ? undefined : lineSpan(source, line);
      if (span === undefined) return [];
      const text = textOf(source, span);
      return [report('rfc/lost-heading', placeOf(source, span), { text: text.trim() })];
    }),
);

/** The line above what is meant as an underline, if the list ends with such a pair of lines. */
function lineOfLostHeading(
  source: SourceText,
  list: RootContent & { readonly type: 'list' },
  next: RootContent | undefined,
): number | undefined {
  const start = list.children.at(-1)?.position?.start.line;
  const end = list.position?.end.line;
  if (start === undefined || end === undefined) return undefined;
  const isOver = next?.type === 'thematicBreak' && next.position?.start.line === end + 1;
  if (isOver && start === end && isLineOf('-', source, end + 1)) return end;
  return start === end - 1 && isLineOf('=', source, end) ? start : undefined;
}

function isLineOf(mark: string, source: SourceText, line: number): boolean {
  const text = textOf(source, lineSpan(source, line) ?? { start: 0, end: 0 }).trim();
  return text.length > 3 && text === mark.repeat(text.length);
}
