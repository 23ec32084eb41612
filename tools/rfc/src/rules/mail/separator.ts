/** Lines that something between the author and the reader takes for its own: mailboxes, mail readers, sendmail. */
import { type Diagnostic, placeOf } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

export const separator = rule(
  {
    'mail/from-line': code<object>({
      severity: fromReview('warning', 'error'),
      rule: 'No line starts with "From ": mailboxes begin a mail there, or make it ">From ".',
      message: () => 'Unexpected "From " at column 1',
      hint: () => 'Break the line elsewhere, or set it in by two spaces.',
      isSafeToFix: true,
    }),
    'mail/signature': code<object>({
      severity: fromReview('warning', 'error'),
      rule: 'No line is "-- ": mail readers take what follows for a signature.',
      message: () => 'Unexpected line "-- "',
      hint: () => 'What follows is not quoted in answers. Use a line of four dashes or more.',
    }),
    'mail/dot-line': code<object>({
      severity: fromReview('warning', 'error'),
      rule: 'No line is a single dot: it ends the mail where sendmail is called without -i.',
      message: () => 'Unexpected line with nothing but a dot',
      hint: () => 'Set it in by two spaces.',
    }),
  },
  ({ lines, rfc: { source } }, report) =>
    lines()
      .matching(/^(?:From |-- $|\.$)/gm)
      .flatMap(({ text, kind, start, end }): readonly Diagnostic[] => {
        const place = placeOf(source, { start, end });
        if (text === '-- ') return [report('mail/signature', place, {})];
        if (text === '.') return [report('mail/dot-line', place, {})];
        if (!text.startsWith('From ')) return [];
        const fix = { title: 'Set it in', edits: [{ start, end: start, text: '  ' }] };
        const from = placeOf(source, { start, end: start + 'From'.length });
        return [report('mail/from-line', from, {}, kind === 'prose' ? { fix } : {})];
      }),
);
