/**
 * Kernel mail has 72 columns: quoted twice, it still fits a terminal of 80. Where a line stands in code or in a table it
 * cannot be broken by a tool; whoever knows that it has to be so long allows it with the reason.
 */
import { type Diagnostic, placeOf } from '@quiesce/contract';
import type { RfcContext } from '../../lint/context.js';
import type { Line } from '../../lint/line.js';
import { fromReview } from '../../lint/mode.js';
import { fieldRefill, paragraphRefill } from '../../lint/refill.js';
import { code, rule } from '../../lint/rule.js';
import { displayWidth } from '../../mail/display-width.js';

const wanted = 72;
const most = 75;
/** Of one line in SMTP, without its line ending (RFC 5322, 2.1.1). */
const mostBytes = 998;

export const longLine = rule(
  {
    'mail/long-line': code<{ width: number }>({
      severity: fromReview('warning'),
      rule: `Lines have at most ${wanted} columns.`,
      message: ({ width }) => `Unexpected line of ${width} columns, expected at most ${wanted}`,
      hint: () => 'Break it; in code or a table, allow it with the reason.',
      isSafeToFix: true,
    }),
    'mail/too-long-line': code<{ width: number }>({
      severity: fromReview('warning', 'error'),
      rule: `No line has more than ${most} columns.`,
      message: ({ width }) => `Unexpected line of ${width} columns, expected at most ${wanted}`,
      hint: () => 'Break it; in code or a table, allow it with the reason.',
      isSafeToFix: true,
    }),
    'mail/endless-line': code<{ bytes: number }>({
      severity: fromReview('error'),
      rule: `No line has more than ${mostBytes} bytes, which is all that mail can carry.`,
      message: ({ bytes }) => `Unexpected line of ${bytes} bytes, expected at most ${mostBytes}`,
      hint: () => 'Break it: mail servers cut it, or refuse the mail.',
    }),
  },
  (context, report) => {
    const { source } = context.rfc;
    const isInTable = linesOfTables(context);
    return context
      .lines()
      .matching(maybeLong)
      .flatMap((line): readonly Diagnostic[] => {
        if (line.text.length > mostBytes / 4) {
          const bytes = new TextEncoder().encode(line.text).length;
          if (bytes > mostBytes) return [report('mail/endless-line', placeOf(source, line), { bytes })];
        }
        const width = displayWidth(line.text);
        if (width <= wanted || line.kind === 'html' || isInTable.has(line.number) || !isBreakable(line))
          return [];
        const place = placeOf(source, { start: line.start + columnsIn(line.text, wanted), end: line.end });
        const name = width > most ? 'mail/too-long-line' : 'mail/long-line';
        const edit = line.kind === 'block' ? fieldRefill(context, line) : paragraphRefill(context, line);
        const fix =
          edit === undefined ? {} : { fix: { title: `Fill it to ${wanted} columns`, edits: [edit] } };
        return [report(name, place, { width }, fix)];
      });
  },
);

/** Characters that are not of ASCII may take two columns. */
const maybeLong = new RegExp(`^(?:.{${wanted + 1},}|.*[^\\x20-\\x7e\\t\\n\\r].*)$`, 'gm');

/** A line of one word, such as an address, with at most a mark or a key before it, has no place to break at. */
function isBreakable({ text }: Line): boolean {
  return !/^\s*(?:\S{1,12}\s+)?\S+\s*$/.test(text);
}

/** Tables are laid out anew for mail. */
function linesOfTables({ nodes }: RfcContext): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { position } of nodes('table'))
    for (let line = position?.start.line ?? 1; line <= (position?.end.line ?? 0); line += 1) lines.add(line);
  return lines;
}

/** How many code units of the text stand in the first columns. */
function columnsIn(text: string, columns: number): number {
  let length = Math.min(text.length, columns);
  while (displayWidth(text.slice(0, length)) > columns) length -= 1;
  return length;
}
