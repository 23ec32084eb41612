import { nearestWord } from '@quiesce/contract';
import { report } from '../problems.js';
import type { RfcRule } from '../rule.js';

/** Silent where the options of the front matter cannot be read: then every option would be unknown. */
export const unknownOption: RfcRule = {
  id: 'rfc/unknown-option',
  check: ({ declaredOptions, frontMatterPlaces, clauses }) => {
    if (declaredOptions === undefined) return [];
    const options = declaredOptions.map(({ value }) => value);
    const declared = frontMatterPlaces.options;
    const related =
      declared === undefined ? [] : [{ place: declared, message: 'the options are declared here' }];
    return clauses.flatMap((clause) =>
      (clause.options ?? []).flatMap((option, index) => {
        if (options.includes(option)) return [];
        const place = clause.places.options![index]!;
        const near = nearestWord(option, options);
        const { start, end } = place;
        const fix =
          near === undefined ? {} : { fix: { title: `Write ${near}`, edits: [{ start, end, text: near }] } };
        return [report('rfc/unknown-option', place, { option, options, near }, { related, ...fix })];
      }),
    );
  },
};
