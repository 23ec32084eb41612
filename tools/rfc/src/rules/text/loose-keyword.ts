import { placeOf, type Span, textOf } from '@quiesce/contract';
import type { RfcContext } from '../../lint/context.js';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';
import { readItem } from '../../revise/change-items.js';
import { changesHeading } from '../../revise/changes-section.js';

/**
 * In capitals it reads like a promise, and no model, no test and no report knows of it. A list of changes may say how a
 * clause promised otherwise: there the clause is named.
 */
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
  (context, report) => {
    const { source } = context.rfc;
    const found = context
      .prose()
      .flatMap(({ text, start }) =>
        Array.from(text.matchAll(keyword)).map(({ 0: word, index }) => ({ word, start: start + index })),
      );
    if (found.length === 0) return [];
    const told = toldChanges(context);
    return found
      .filter(({ start }) => !told.some((item) => start >= item.start && start < item.end))
      .map(({ word, start }) => {
        const place = placeOf(source, { start, end: start + word.length });
        return report('text/loose-keyword', place, { keyword: word.replace(/\s+/g, ' ') });
      });
  },
);

/** The items of lists of changes that are about a clause. */
function toldChanges({ rfc: { sections, source }, nodes, spanOf }: RfcContext): readonly Span[] {
  const lists = sections.flatMap(({ title, place }, index) =>
    changesHeading(title) === undefined
      ? []
      : [{ start: place.end, end: sections[index + 1]?.place.start ?? source.text.length }],
  );
  return nodes('listItem')
    .map(spanOf)
    .filter(({ start }) => lists.some((list) => start >= list.start && start < list.end))
    .filter((item) => {
      const words = textOf(source, item).replace(/^[-*+]\s+/, '');
      return readItem(words.replace(/\s+/g, ' ')).key !== undefined;
    });
}

const keyword = /(?<![\w-])(?:(?:MUST|SHALL|SHOULD|MAY)(?:\s+NOT)?|REQUIRED|RECOMMENDED|OPTIONAL)(?![\w-])/g;
