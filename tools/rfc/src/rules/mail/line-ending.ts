import { placeOf } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

const names = { '\n': 'LF', '\r\n': 'CR LF', '\r': 'CR' } as const;

/** Editors hide what a patch then shows on every line. */
export const lineEnding = rule(
  {
    'mail/mixed-line-endings': code<{ found: string; expected: string }>({
      severity: fromReview('warning'),
      rule: 'All lines end in the same way.',
      message: ({ found, expected }) => `Unexpected ${found} at the end of the line, expected ${expected}`,
      isSafeToFix: true,
    }),
    'mail/no-final-newline': code<object>({
      severity: fromReview('warning'),
      rule: 'The last line ends with a line feed.',
      message: () => 'Unexpected end of the file, expected a line feed before it',
      isSafeToFix: true,
    }),
  },
  ({ rfc: { source } }, report) => {
    const { text } = source;
    const [first, ...others] = text.matchAll(/\r\n|\n|\r/g);
    const usual = (first?.[0] ?? '\n') as keyof typeof names;
    const odd = others.filter(([ending]) => ending !== usual);
    const [start] = odd;
    const edits = odd.map(({ 0: ending, index }) => ({
      start: index,
      end: index + ending.length,
      text: usual,
    }));
    const mixed =
      start === undefined
        ? []
        : [
            report(
              'mail/mixed-line-endings',
              placeOf(source, { start: start.index, end: start.index + start[0].length }),
              { found: names[start[0] as keyof typeof names], expected: names[usual] },
              { fix: { title: `End all lines in ${names[usual]}`, edits } },
            ),
          ];
    const end = { start: text.length, end: text.length };
    const fix = { title: 'Add a line feed', edits: [{ ...end, text: usual }] };
    const isOpen = text !== '' && !/[\r\n]$/.test(text);
    return isOpen ? [...mixed, report('mail/no-final-newline', placeOf(source, end), {}, { fix })] : mixed;
  },
);
