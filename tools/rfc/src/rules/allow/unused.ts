import { lineSpan } from '@quiesce/contract';
import { always } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/** Runs after all other rules, for what is unused is known only then. */
export const unusedAllowance = rule(
  {
    'allow/unused': code<{ name: string }>({
      severity: always('warning'),
      rule: 'A comment allows something that is there.',
      message: ({ name }) => `Unexpected comment: the block after it has no finding of ${name}`,
      hint: () => 'Remove it.',
      isSafeToFix: true,
      isFirm: true,
    }),
  },
  ({ rfc: { source }, unused }, report) =>
    unused.flatMap(({ code: named, place }) => {
      if (named === undefined) return [];
      const start = lineSpan(source, place.line)?.start ?? place.start;
      const end = source.lineStarts[place.endLine] ?? place.end;
      const fix = { title: 'Remove the comment', edits: [{ start, end, text: '' }] };
      return [report('allow/unused', place, { name: named.value }, { fix })];
    }),
);
