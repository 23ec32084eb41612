/** Everything that can be wrong in what a project says of its kernels, from code to words. */
import { oneOf, type ProblemTable, quoted, reporterOf, words } from '@quiesce/contract';

const didYouMean = ({ near }: { readonly near: string | undefined }): string | undefined =>
  near === undefined ? undefined : `Did you mean ${near}?`;

export const kernelProblems = {
  'kernel/unknown-config': words<{ name: string; known: readonly string[]; near: string | undefined }>({
    severity: 'error',
    rule: 'A series is built under configurations of the project.',
    message: ({ name, known }) => `Unexpected configuration ${quoted(name)}, expected ${oneOf(known)}`,
    hint: didYouMean,
  }),
  'kernel/unknown-series': words<{ name: string; near: string | undefined }>({
    severity: 'error',
    rule: 'What is said of a series is said of one that there is.',
    message: ({ name }) =>
      `Unexpected series ${quoted(name)}, expected one that has a folder with a series.json`,
    hint: didYouMean,
  }),
  'kernel/fragment-line': words<{ text: string }>({
    severity: 'error',
    rule: 'Each line of a fragment sets an option, or says that it is not set.',
    message: ({ text }) =>
      `Unexpected ${quoted(text)}, expected a line such as CONFIG_SMP=y or # CONFIG_SMP is not set`,
  }),
  'kernel/lost-option': words<{ option: string; got: string }>({
    severity: 'error',
    rule: 'What a fragment asks for is so in the configuration that comes of it.',
    message: ({ option, got }) =>
      `Unexpected ${quoted(got)} in the configuration, expected ${quoted(option)}`,
    hint: () =>
      'Something that it depends on is not set, or something selects it: look for its name in the Kconfig files of the tree.',
  }),
  'costs/stale': words<{ name: string; rfc: number }>({
    severity: 'error',
    rule: 'What an RFC says of costs is what was measured last.',
    message: ({ name }) => `Unexpected text under ${quoted(name)}, expected what was measured last`,
    hint: ({ rfc }) => `Run quiesce costs ${rfc} --write.`,
  }),
  'costs/no-end': words<{ name: string }>({
    severity: 'error',
    rule: 'A part of an RFC that is made from measurements has an end.',
    message: ({ name }) => `Unexpected end of the RFC, expected the comment "<!-- end of ${name} -->"`,
    hint: () => 'It stands on a line of its own, below what is made.',
  }),
} satisfies ProblemTable;

export type KernelProblemCode = keyof typeof kernelProblems;

export const report = reporterOf(kernelProblems);
