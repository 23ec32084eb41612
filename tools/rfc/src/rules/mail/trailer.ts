import { placeOf, quoted } from '@quiesce/contract';
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
    let last = all.length - 1;
    while (last > 0 && isBlank(all[last]!.text)) last -= 1;
    let first = last;
    while (first > 0 && !isBlank(all[first - 1]!.text) && all[first - 1]!.kind !== 'front-matter') first -= 1;
    const paragraph = all.slice(first, last + 1);
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

function isBlank(text: string): boolean {
  return !/\S/.test(text);
}
