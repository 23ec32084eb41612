/** What the author should know of a mail that was made: where it says less than the RFC, or not in the same way. */
import { type ProblemTable, reporterOf, words } from '@quiesce/contract';

const mailProblems = {
  'mail/dropped-html': words<{ what: readonly string[] }>({
    severity: 'note',
    rule: 'HTML is left out of a mail; the text in it stays.',
    message: ({ what }) => `Left out of the mail: HTML (${what.join(', ')})`,
    hint: () => 'Write it in Markdown, if the reader of the mail needs it.',
  }),
  'mail/too-wide': words<{ columns: number; width: number }>({
    severity: 'warning',
    rule: 'A line of a mail has at most 72 columns; code and words that are longer are not broken.',
    message: ({ columns, width }) =>
      `Unexpected line of ${columns} columns in the mail, expected ${width} at most`,
    hint: () => 'Break it in the RFC: code, traces and contract blocks are sent as they are.',
  }),
  'mail/hidden': words<{ names: readonly string[] }>({
    severity: 'warning',
    rule: 'A mail has no character that steers a terminal, turns the direction of text or cannot be seen: its number is shown.',
    message: ({ names }) => `Changed in the mail: hidden characters, shown as ${names.join(', ')}`,
    hint: () => 'Remove them from the RFC.',
  }),
  'mail/scissors': words<object>({
    severity: 'warning',
    rule: 'Where git would cut a mail, a blank is put between the blades.',
    message: () => 'Changed in the mail: scissors, at which git would cut off all text before them',
    hint: () => 'Write them with a blank, as "> 8".',
  }),
  'mail/cut-line': words<object>({
    severity: 'warning',
    rule: 'A line that is longer than SMTP can carry is continued on the next one.',
    message: () => 'Changed in the mail: a line of more than 990 bytes, which is cut',
    hint: () => 'Break it in the RFC.',
  }),
} satisfies ProblemTable;

export const reportMail = reporterOf(mailProblems);
