/** Whoever answered the last revision reads the list of changes, and believes that it is complete. */
import { quoted, textOf } from '@quiesce/contract';
import type { ClauseChange } from '../../diff/clause-difference.js';
import { diffClauses } from '../../diff/diff-rfcs.js';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';
import { changesHeading } from '../../revise/changes-section.js';
import type { Rfc } from '../../rfc.js';

/** What only says or links the same promise in another way is no news. */
const news: readonly ClauseChange[] = ['removed', 'weakened', 'changed', 'strengthened', 'added', 'renamed'];

export const untoldChange = rule(
  {
    'history/untold-change': code<{ id: string; change: ClauseChange; title: string }>({
      severity: fromReview('warning'),
      rule: 'The list of changes names each clause whose promise came, went or changed.',
      message: ({ id, change, title }) =>
        `Unexpected change of ${quoted(id)}, which was ${change}, expected its name under ${quoted(title)}`,
      hint: () => 'quiesce bump --refresh lists what is missing, and keeps what is there.',
    }),
  },
  ({ rfc, history = [] }, report) => {
    const { frontMatter, frontMatterPlaces, sections, source } = rfc;
    const revision = frontMatter?.revision ?? 1;
    const last = history.findLast((one) => one.frontMatter?.revision === revision - 1);
    const at = sections.findIndex(({ title }) => changesHeading(title)?.revision === revision);
    const section = sections[at];
    if (last === undefined || section === undefined || frontMatterPlaces.revision === undefined) return [];
    const { title } = section;
    const named = namesBetween(rfc, section.place.end, sections[at + 1]?.place.start ?? source.text.length);
    return diffClauses(last, rfc).flatMap(({ id, changes, after }) => {
      const change = changes.find((one) => news.includes(one));
      if (change === undefined || named.has(id)) return [];
      const related = [{ place: section.place, message: 'the list is here' }];
      const place = after?.places.id ?? frontMatterPlaces.revision!;
      return [report('history/untold-change', place, { id, change, title }, { related })];
    });
  },
  'history',
);

/** Whatever looks like an id in the prose of a section. */
function namesBetween({ source, blocks }: Rfc, start: number, end: number): ReadonlySet<string> {
  const inside = blocks
    .map(({ fence }) => fence.place)
    .filter((place) => place.start >= start && place.end <= end);
  const starts = [start, ...inside.map((place) => place.end)];
  const ends = [...inside.map((place) => place.start), end];
  const prose = starts.map((from, index) => textOf(source, { start: from, end: ends[index]! }));
  return new Set(prose.join('\n').match(/[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*/g));
}
