/** Everything that can be wrong in the files that describe patch series, from code to words. */
import { oneOf, type ProblemTable, quoted, reporterOf, words } from '@quiesce/contract';

const didYouMean = ({ near }: { readonly near: string | undefined }): string | undefined =>
  near === undefined ? undefined : `Did you mean ${near}?`;

export const seriesProblems = {
  'json/syntax': words<{ message: string }>({
    severity: 'error',
    rule: 'The file is JSON.',
    message: ({ message }) => message,
    hint: () => 'The file is JSON: keys and texts in double quotes, no comments, no comma before a bracket.',
  }),
  'json/unknown-key': words<{ key: string; keys: readonly string[]; near: string | undefined }>({
    severity: 'error',
    rule: 'Each key is one that the object may have.',
    message: ({ key, keys }) => `Unexpected key ${quoted(key)}, expected ${oneOf(keys)}`,
    hint: didYouMean,
  }),
  'json/missing-key': words<{ key: string }>({
    severity: 'error',
    rule: 'An object has the keys that it must have.',
    message: ({ key }) => `Unexpected end of the object, expected the key ${quoted(key)}`,
    hint: ({ key }) => `Add "${key}".`,
  }),
  'json/value': words<{ got: string; expected: string }>({
    severity: 'error',
    rule: 'Each value has the type and range that its key asks for.',
    message: ({ got, expected }) => `Unexpected ${got}, expected ${expected}`,
  }),
  'series/other-folder': words<{ id: string; folder: string }>({
    severity: 'error',
    rule: 'A series has the name of its folder.',
    message: ({ id, folder }) =>
      `Unexpected id ${quoted(id)}, expected ${quoted(folder)}, as the folder is called`,
  }),
  'series/unknown-series': words<{ on: string; near: string | undefined }>({
    severity: 'error',
    rule: 'What a series is on is a series of the project.',
    message: ({ on }) => `Unexpected series ${quoted(on)}, expected one that has a folder with a series.json`,
    hint: didYouMean,
  }),
  'series/circle': words<{ circle: readonly string[] }>({
    severity: 'error',
    rule: 'No series is on itself, whatever stands between.',
    message: ({ circle }) =>
      `Unexpected circle ${circle.join(' on ')}, expected a series that is on no other`,
  }),
  'series/no-patches': words<object>({
    severity: 'error',
    rule: 'The folder of a series has patches.',
    message: () => 'Unexpected folder without patches, expected files such as 0001-kernel-Do-this.patch',
    hint: () => 'Export them: git format-patch --zero-commit -N -o FOLDER BASE..BRANCH.',
  }),
  'series/patch-number': words<{ file: string; expected: string }>({
    severity: 'error',
    rule: 'Patches are numbered from 0001 without a gap.',
    message: ({ file, expected }) => `Unexpected patch ${quoted(file)}, expected number ${expected}`,
    hint: () => 'Empty the folder of patches and export them again; those of an older version may be left.',
  }),
} satisfies ProblemTable;

export type SeriesProblemCode = keyof typeof seriesProblems;

export const report = reporterOf(seriesProblems);
