/** White space that nobody sees, and that mail changes: git am strips it at the end of a line, and tabs move when quoted. */
import { type Diagnostic, placeOf } from '@quiesce/contract';
import type { RfcContext } from '../../lint/context.js';
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
  (context, report) => {
    const { lines, rfc } = context;
    return lines()
      .matching(/\t| $/gm)
      .flatMap((line): readonly Diagnostic[] => {
        const { kind, text, start, number } = line;
        if (kind === 'html') return [];
        const rest = text.trimEnd();
        const end = { start: start + rest.length, end: line.end };
        // A signature's separator has a finding of its own; two blanks before more text are a line break in Markdown.
        const isBreak = kind === 'prose' && rest !== '' && text.length - rest.length > 1;
        const isKept = isBreak && /\S/.test(lines().line(number + 1)?.text ?? '');
        const removal = { fix: { title: 'Remove it', edits: [{ ...end, text: '' }] } };
        const trailing =
          text === rest || text === '-- '
            ? []
            : [report('mail/trailing-space', placeOf(rfc.source, end), {}, isKept ? {} : removal)];
        const at = rest.indexOf('\t');
        if (at === -1 || (kind !== 'prose' && kind !== 'block') || isInCode(context, start + at))
          return trailing;
        const tab = { start: start + at, end: start + at + 1 };
        const edits = [{ ...tab, text: ' '.repeat(tabStop - (at % tabStop)) }];
        // In a block it may be part of what a clause says.
        const fix = kind === 'block' ? {} : { fix: { title: 'Write spaces', edits } };
        return [...trailing, report('mail/tab', placeOf(rfc.source, tab), {}, fix)];
      });
  },
);

function isInCode({ nodes, spanOf }: RfcContext, offset: number): boolean {
  return nodes('inlineCode').some((node) => {
    const { start, end } = spanOf(node);
    return offset >= start && offset < end;
  });
}
