import { type Diagnostic, quoted, type TextPlace, textOf } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/** With "[RFC PATCH v2 0/7] " before it, a subject still fits the 78 columns that mail readers show. */
const most = 60;

/** The title becomes the subject of the mail, and there it follows the rules of subjects. */
export const title = rule(
  {
    'header/title-stop': code<object>({
      severity: fromReview('warning'),
      rule: 'The title has no full stop at its end.',
      message: () => 'Unexpected full stop at the end of the title',
      isSafeToFix: true,
    }),
    'header/title-tag': code<{ tag: string }>({
      severity: fromReview('warning'),
      rule: 'The title does not start with what the subject of the mail gets by itself.',
      message: ({ tag }) => `Unexpected ${quoted(tag)} at the start of the title`,
      hint: () => 'Tag, revision and number are put before it when it is sent.',
      isSafeToFix: true,
    }),
    'header/title-long': code<{ width: number }>({
      severity: fromReview('warning'),
      rule: `The title has at most ${most} columns.`,
      message: ({ width }) => `Unexpected title of ${width} columns, expected at most ${most}`,
      hint: () => 'It is the subject of the mail.',
    }),
  },
  ({ rfc: { frontMatter, frontMatterPlaces, source } }, report) => {
    const place = frontMatterPlaces.title;
    if (frontMatter === undefined || place === undefined) return [];
    const text = frontMatter.title.trim();
    const tag = /^(?:\[[^\]]*\]\s*|(?:RFC|PATCH|Re)\b\s*\d*\s*:\s*)+/i.exec(text)?.[0];
    const found: Diagnostic[] = [];
    if (/(?<!\.)\.$/.test(text))
      found.push(
        report('header/title-stop', place, {}, without(/\.(?=["']?$)/, place, textOf(source, place))),
      );
    if (tag !== undefined && tag.length < text.length) {
      const details = { tag: tag.trim() };
      const start = textOf(source, place).indexOf(tag);
      const edits = [{ start: place.start + start, end: place.start + start + tag.length, text: '' }];
      // Without its tag a title in quotes stays one; one without quotes may need them.
      const isQuoted = /^["']/.test(textOf(source, place));
      found.push(
        report(
          'header/title-tag',
          place,
          details,
          isQuoted && start > 0 ? { fix: { title: 'Remove it', edits } } : {},
        ),
      );
    }
    if (text.length > most) found.push(report('header/title-long', place, { width: text.length }));
    return found;
  },
);

function without(pattern: RegExp, { start }: TextPlace, text: string): Pick<Diagnostic, 'fix'> {
  const match = pattern.exec(text);
  if (match === null) return {};
  const at = start + match.index;
  return { fix: { title: 'Remove it', edits: [{ start: at, end: at + match[0].length, text: '' }] } };
}
