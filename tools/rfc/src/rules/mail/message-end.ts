/**
 * Lines at which git am stops reading the message and starts reading a patch. All text after them is lost, also where they
 * stand in a fence. `patchbreak()` in git's mailinfo.c is where it is decided, and a test asks git itself.
 */
import { type Diagnostic, type Edit, placeOf, quoted } from '@quiesce/contract';
import type { Line } from '../../lint/line.js';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';
import { displayWidth } from '../../mail/display-width.js';

export const messageEnd = rule(
  {
    'mail/three-dashes': code<{ where: 'underline' | 'rule' | 'code' }>({
      severity: fromReview('warning', 'error'),
      rule: 'No line is three dashes alone: git am takes the rest for a patch.',
      message: ({ where }) =>
        `Unexpected ${where === 'underline' ? 'underline' : 'line'} of three dashes, expected ${where === 'code' ? 'white space before them' : 'four or more'}`,
      hint: () => 'git am loses all text after it.',
      isSafeToFix: true,
    }),
    'mail/patch-start': code<{ text: string }>({
      severity: fromReview('warning', 'error'),
      rule: 'No line starts like a patch: with "diff -", "Index: ", or "--- " and a name.',
      message: ({ text }) => `Unexpected ${quoted(text)} at column 1, expected white space before it`,
      hint: () =>
        'git am takes it for the start of a patch, and loses all text after it. Set it in by two spaces.',
      isSafeToFix: true,
    }),
  },
  ({ lines, nodes, rfc: { source } }, report) => {
    const isUnderline = new Set(
      nodes('heading').flatMap(({ position }) =>
        position !== undefined && position.end.line > position.start.line ? [position.end.line] : [],
      ),
    );
    return lines()
      .matching(/^(?:---|diff -|Index: )/gm)
      .flatMap((line): readonly Diagnostic[] => {
        const { text, kind, start, end, number } = line;
        const place = placeOf(source, { start, end });
        if (/^---\s*$/.test(text)) {
          const where = isUnderline.has(number) ? 'underline' : kind === 'prose' ? 'rule' : 'code';
          const edits = dashes(line, lines().line(number - 1));
          const fix = { title: where === 'underline' ? 'Lengthen it' : 'Write four', edits };
          return [report('mail/three-dashes', place, { where }, where === 'code' ? {} : { fix })];
        }
        if (!/^(?:diff -|Index: |--- \S)/.test(text)) return [];
        const fix = { title: 'Set it in', edits: [{ start, end: start, text: '  ' }] };
        return [report('mail/patch-start', place, { text }, kind === 'prose' ? { fix } : {})];
      });
  },
);

/** As many as the line above has columns, and never three. */
function dashes({ start, end }: Line, above: Line | undefined): readonly Edit[] {
  return [{ start, end, text: '-'.repeat(Math.max(4, displayWidth(above?.text.trim() ?? ''))) }];
}
