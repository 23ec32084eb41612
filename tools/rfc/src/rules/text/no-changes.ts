import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/** Whoever has read the last revision wants to read what is new, and nothing else. */
export const noChanges = rule(
  {
    'text/no-changes': code<{ revision: number }>({
      severity: fromReview('warning', 'error'),
      rule: 'After the first revision there is a section "Changes in vN" for the present one.',
      message: ({ revision }) =>
        `Unexpected revision ${revision} without a section "Changes in v${revision}"`,
      hint: () => 'quiesce bump writes one from the difference of the clauses.',
    }),
  },
  ({ rfc: { frontMatter, frontMatterPlaces, sections } }, report) => {
    const place = frontMatterPlaces.revision;
    if (frontMatter === undefined || place === undefined || frontMatter.revision === 1) return [];
    const { revision } = frontMatter;
    const wanted = new RegExp(`^changes (?:in|since|for) .*?(?<!\\d)${revision}(?!\\d)`, 'i');
    return sections.some(({ title }) => wanted.test(title))
      ? []
      : [report('text/no-changes', place, { revision })];
  },
);
