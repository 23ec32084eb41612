import { placeOf, quoted } from '@quiesce/contract';
import type { Line, Lines } from '../../lint/line.js';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/**
 * A last paragraph of "Key: value" lines is where git keeps Signed-off-by and its like, and where git am -s, b4 and
 * interpret-trailers add to it. git wants the whole paragraph to look so; if it made one of the lines itself, a quarter.
 */
export const trailer = rule(
  {
    'mail/trailer': code<{ text: string }>({
      severity: fromReview('warning', 'error'),
      rule: 'The last paragraph does not look like the trailers of a commit.',
      message: ({ text }) => `Unexpected ${quoted(text)} in the last paragraph, where git looks for trailers`,
      hint: () => 'End with a sentence, or set these lines in by two spaces.',
    }),
  },
  ({ lines, rfc: { source } }, report) => {
    const all = lines();
    let last = all.count;
    while (last > 1 && isBlank(all, last)) last -= 1;
    const paragraph: Line[] = [];
    for (let number = last; number >= 1 && !isBlank(all, number); number -= 1)
      paragraph.push(all.line(number)!);
    paragraph.reverse();
    if (paragraph.some(({ kind }) => kind === 'front-matter')) return [];
    const keyed = paragraph.filter(({ text }) => /^[A-Za-z0-9][A-Za-z0-9-]*[ \t]*:/.test(text));
    const [one] = keyed;
    if (one === undefined) return [];
    const others = paragraph.filter(({ text }) => !/^[ \t]/.test(text)).length - keyed.length;
    const isMadeByGit = paragraph.some(({ text }) =>
      /^(?:Signed-off-by: |\(cherry picked from commit )/.test(text),
    );
    if (others > 0 && !(isMadeByGit && keyed.length * 3 >= others)) return [];
    return [report('mail/trailer', placeOf(source, one), { text: one.text })];
  },
);

function isBlank(lines: Lines, number: number): boolean {
  return !/\S/.test(lines.line(number)?.text ?? '');
}
