import { nearestWord, oneOf, quoted } from '@quiesce/contract';
import { always } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/** Silent where the options of the front matter cannot be read: then every option would be unknown. */
export const unknownOption = rule(
  {
    'rfc/unknown-option': code<{ option: string; options: readonly string[]; near: string | undefined }>({
      severity: always('error'),
      rule: 'A clause names only options that the front matter declares.',
      message: ({ option, options }) =>
        `Unexpected option ${quoted(option)}, expected ${options.length === 0 ? 'one that the front matter declares' : oneOf(options)}`,
      hint: ({ option, near }) =>
        near === undefined
          ? `Add ${quoted(option)} to the options of the front matter, or remove it here.`
          : `Did you mean ${near}?`,
    }),
  },
  ({ rfc: { declaredOptions, frontMatterPlaces, clauses } }, report) => {
    if (declaredOptions === undefined) return [];
    const options = declaredOptions.map(({ value }) => value);
    const known = new Set(options);
    const declared = frontMatterPlaces.options;
    const related =
      declared === undefined ? [] : [{ place: declared, message: 'the options are declared here' }];
    return clauses.flatMap((clause) =>
      (clause.options ?? []).flatMap((option, index) => {
        if (known.has(option)) return [];
        const place = clause.places.options![index]!;
        const near = nearestWord(option, options);
        const { start, end } = place;
        const fix =
          near === undefined ? {} : { fix: { title: `Write ${near}`, edits: [{ start, end, text: near }] } };
        return [report('rfc/unknown-option', place, { option, options, near }, { related, ...fix })];
      }),
    );
  },
);
