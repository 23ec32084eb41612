/** Everything that can be wrong between the parts of a project, and in its configuration, from code to words. */
import { oneOf, type ProblemTable, quoted, reporterOf, words } from '@quiesce/contract';

const didYouMean = ({ near }: { readonly near: string | undefined }): string | undefined =>
  near === undefined ? undefined : `Did you mean ${near}?`;

export const conformanceProblems = {
  'config/syntax': words<{ message: string }>({
    severity: 'error',
    rule: 'The configuration is JSON.',
    message: ({ message }) => message,
    hint: () => 'The file is JSON: keys and texts in double quotes, no comments, no comma before a bracket.',
  }),
  'config/unknown-key': words<{ key: string; keys: readonly string[]; near: string | undefined }>({
    severity: 'error',
    rule: 'Each key of the configuration is a known one.',
    message: ({ key, keys }) => `Unexpected key ${quoted(key)}, expected ${oneOf(keys)}`,
    hint: didYouMean,
  }),
  'config/missing-key': words<{ key: string }>({
    severity: 'error',
    rule: 'The configuration has the keys that it must have.',
    message: ({ key }) => `Unexpected end of the object, expected the key ${quoted(key)}`,
    hint: ({ key }) => `Add "${key}".`,
  }),
  'config/value': words<{ got: string; expected: string }>({
    severity: 'error',
    rule: 'Each value of the configuration has the type and range that its key asks for.',
    message: ({ got, expected }) => `Unexpected ${got}, expected ${expected}`,
  }),
  'link/unknown-property': words<{ property: string; near: string | undefined }>({
    severity: 'error',
    rule: 'A Model line names a property of the model.',
    message: ({ property }) => `Unexpected property ${property}, expected one that the model has`,
    hint: ({ near }) =>
      near === undefined
        ? 'Write the property in the model, or replace Model by Unchecked with the reason.'
        : `Did you mean ${near}?`,
  }),
  'link/unknown-clause': words<{ property: string; clause: string; near: string | undefined }>({
    severity: 'error',
    rule: 'A property names a clause of an RFC.',
    message: ({ property, clause }) =>
      `Unexpected clause ${quoted(clause)} in property ${property}, expected one that an RFC has`,
    hint: ({ near }) =>
      near === undefined ? 'Write the clause in the RFC, or delete the property.' : `Did you mean ${near}?`,
  }),
  'link/other-clause': words<{ property: string; clause: string; named: string }>({
    severity: 'error',
    rule: 'A property names the clause that names it.',
    message: ({ property, clause, named }) =>
      `Unexpected property ${property} in clause ${clause}: it names the clause ${named}, expected ${clause}`,
    hint: () => 'Correct the end that is wrong; where both are meant, write a property for each clause.',
  }),
  'link/not-named-back': words<{ property: string; clause: string }>({
    severity: 'error',
    rule: 'A clause names each property that names it.',
    message: ({ property, clause }) =>
      `Unexpected property ${property}: clause ${clause} does not name it, expected "Model:  ${property}" there`,
  }),
  'link/wrong-kind': words<{ property: string; kind: string; keyword: string; expected: readonly string[] }>({
    severity: 'error',
    rule: 'MAY is linked to properties of kind `sometimes`, every other keyword to those of kind `always` or `liveness`.',
    message: ({ property, kind, keyword, expected }) =>
      `Unexpected property ${property} of kind '${kind}' for a clause with ${keyword}, expected kind ${expected.map((one) => `'${one}'`).join(' or ')}`,
    hint: () => 'A permission needs a run that uses it; a promise must hold in every run.',
  }),
  'link/unknown-memory-model': words<{
    memoryModel: string;
    known: readonly string[];
    near: string | undefined;
  }>({
    severity: 'error',
    rule: 'A Model line asks for a memory model that there is.',
    message: ({ memoryModel, known }) =>
      `Unexpected memory model ${quoted(memoryModel)}, expected ${oneOf(known)}`,
    hint: didYouMean,
  }),
  'link/unknown-option': words<{ option: string; near: string | undefined }>({
    severity: 'error',
    rule: 'An option of an RFC is an option of the model.',
    message: ({ option }) => `Unexpected option ${option}, expected one that the model has`,
    hint: didYouMean,
  }),
  'link/undeclared-option': words<{ option: string }>({
    severity: 'error',
    rule: 'An option of the model is declared in the front matter of an RFC.',
    message: ({ option }) =>
      `Unexpected option ${option} in the model: no RFC declares it, expected it in the front matter's options`,
  }),
  'link/second-clause': words<{ clause: string }>({
    severity: 'error',
    rule: 'Two RFCs that are in force have no clause in common.',
    message: ({ clause }) => `Unexpected clause ${clause}, expected an id that no other RFC uses`,
    hint: () => 'Where one RFC replaces the other, set the status of the older one to superseded.',
  }),
  'link/mutant-option': words<{ mutant: string; option: string; near: string | undefined }>({
    severity: 'error',
    rule: 'A mutant is made from an option of the model.',
    message: ({ mutant, option }) =>
      `Unexpected option ${quoted(option)} of mutant ${mutant}, expected one that the model has`,
    hint: didYouMean,
  }),
  'link/mutant-property': words<{ mutant: string; property: string; near: string | undefined }>({
    severity: 'error',
    rule: 'A mutant names the property of the model that must catch it.',
    message: ({ mutant, property }) =>
      `Unexpected property ${quoted(property)} of mutant ${mutant}, expected one that the model has`,
    hint: didYouMean,
  }),
} satisfies ProblemTable;

export type ConformanceProblemCode = keyof typeof conformanceProblems;

export const report = reporterOf(conformanceProblems);
