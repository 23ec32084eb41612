/** White space that nobody sees, and that mail changes: git am strips it at the end of a line, and tabs move when quoted. */
import { placeOf } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/** Between tabs, as Markdown counts them. */
const tabStop = 4;

export const whiteSpace = rule(
  {
    'mail/trailing-space': code<object>({
      severity: fromReview('warning'),
      rule: 'No line ends in white space.',
      message: () => 'Unexpected white space at the end of the line',
      hint: () => 'Remove it; end the paragraph where a line is to stand by itself.',
      isSafeToFix: true,
    }),
    'mail/tab': code<object>({
      severity: fromReview('warning'),
      rule: 'There are no tabs outside code.',
      message: () => 'Unexpected tab, expected spaces',
      hint: () => 'Behind "> " a tab has another width than here.',
      isSafeToFix: true,
    }),
  },
  ({ lines, prose, rfc: { source } }, report) =>
    lines().flatMap(({ kind, text, start, end }, index) => {
      if (kind === 'front-matter' || kind === 'html') return [];
      const blanks = /[ \t]+$/.exec(text);
      // A signature's separator has a finding of its own; two blanks before more text are a line break in Markdown.
      const isBreak = kind === 'prose' && blanks !== null && blanks[0].length > 1;
      const goesOn = /\S/.test(lines()[index + 1]?.text ?? '');
      const trailing =
        blanks === null || text === '-- '
          ? []
          : [
              report(
                'mail/trailing-space',
                placeOf(source, { start: start + blanks.index, end }),
                {},
                isBreak && goesOn && blanks.index > 0
                  ? {}
                  : {
                      fix: { title: 'Remove it', edits: [{ start: start + blanks.index, end, text: '' }] },
                    },
              ),
            ];
      const at = blanks === null ? text.indexOf('\t') : text.slice(0, blanks.index).indexOf('\t');
      if (at === -1 || (kind !== 'prose' && kind !== 'block')) return trailing;
      const place = placeOf(source, { start: start + at, end: start + at + 1 });
      if (kind === 'block') return [...trailing, report('mail/tab', place, {})];
      if (prose()[start + at] !== '\t') return trailing;
      const count = tabStop - (at % tabStop);
      const edit = { start: place.start, end: place.end, text: ' '.repeat(count) };
      return [...trailing, report('mail/tab', place, {}, { fix: { title: 'Write spaces', edits: [edit] } })];
    }),
);
