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
  'link/never-asked': words<{ property: string; memoryModel: string; scenarios: readonly string[] }>({
    severity: 'error',
    rule: 'A property is asked in some scenario that is explored under the memory model that the clause wants.',
    message: ({ property, memoryModel, scenarios }) =>
      `Unexpected memory model ${memoryModel} for ${property}: it is asked in ${scenarios.join(', ') || 'no scenario'}, expected one that is explored under ${memoryModel}`,
    hint: ({ memoryModel }) =>
      `Let one of these scenarios say memory: ['${memoryModel}'], or name another scenario in the property.`,
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
  'link/second-number': words<{ number: number }>({
    severity: 'error',
    rule: 'No two RFCs of a project have one number, whatever their status.',
    message: ({ number }) => `Unexpected number ${number}, expected one that no other RFC has`,
    hint: () => 'Give the newer one another number, in its front matter and in the name of its file.',
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
  'trace/unknown-clause': words<{
    by: string;
    clause: string;
    near: string | undefined;
    renamed: string | undefined;
  }>({
    severity: 'error',
    rule: 'A patch and a test name clauses of RFCs that are in force.',
    message: ({ by, clause }) => `Unexpected clause ${quoted(clause)} in ${by}, expected one that an RFC has`,
    hint: ({ near, renamed }) =>
      renamed === undefined ? didYouMean({ near }) : `It is called ${renamed} now.`,
  }),
  'trace/not-a-trailer': words<{ clause: string }>({
    severity: 'warning',
    rule: 'A Contract line of a patch stands in the last paragraph of its message, where git looks for trailers.',
    message: ({ clause }) =>
      `Unexpected Contract line for ${quoted(clause)} above the last paragraph, expected among the trailers`,
    hint: () => 'Move it to the lines with Signed-off-by, and leave no blank line between them.',
  }),
  'trace/unknown-scope': words<{ name: string; others: number; near: string | undefined }>({
    severity: 'warning',
    rule: 'A call that Scope names stands in some patch.',
    message: ({ name, others }) =>
      `Unexpected ${name}() in Scope${others === 0 ? '' : ` here and in ${others} more`}, expected a call that stands in some patch`,
    hint: didYouMean,
  }),
  'trace/unknown-code': words<{ code: string; elsewhere: boolean }>({
    severity: 'error',
    rule: 'What Code names is changed by some patch, of a series of the clause where there is one.',
    message: ({ code, elsewhere }) =>
      `Unexpected Code ${quoted(code)}, expected a file and function that some patch${elsewhere ? " of the series of the clause's options" : ''} changes`,
    hint: () => 'Write it as path and function, such as kernel/lamp.c lamp_set().',
  }),
  'trace/code-not-named-back': words<{ clause: string; code: string }>({
    severity: 'error',
    rule: 'Of the patches that change what Code names, at least one names the clause.',
    message: ({ clause, code }) =>
      `Unexpected Code ${quoted(code)}: no patch that changes it names the clause, expected the trailer "Contract: ${clause}"`,
  }),
  'trace/series-not-named-back': words<{ clause: string; series: readonly string[] }>({
    severity: 'error',
    rule: 'Each series of an option that promises a clause with Code names the clause where it changes that, or stands on one that does.',
    message: ({ clause, series }) =>
      `Unexpected series ${series.join(', ')}, whose option promises ${clause}: no patch that changes what Code names has the trailer, expected "Contract: ${clause}"`,
    hint: () => 'Name the clause in the patch, or take the option out of the clause.',
  }),
  'trace/not-promised': words<{ clause: string; series: string }>({
    severity: 'error',
    rule: 'A patch names clauses that the option of its series promises, or that of a series that stands on it.',
    message: ({ clause, series }) =>
      `Unexpected clause ${quoted(clause)} in the series ${series}: its option does not promise it, expected a clause of the option`,
    hint: () => 'Name the option in the Option line of the clause, or take the trailer out.',
  }),
  'trace/names-nothing': words<{ patch: string; changed: string }>({
    severity: 'warning',
    rule: 'A patch that changes code names a clause, where its series is about an RFC.',
    message: ({ patch, changed }) =>
      `Unexpected patch ${quoted(patch)}: it changes ${changed} and names no clause, expected a trailer "Contract: ID"`,
    hint: () => 'Name the clauses that it implements or prepares for.',
  }),
  'trace/unknown-rfc': words<{ series: string; rfc: number }>({
    severity: 'error',
    rule: 'A series names an RFC of the project that is in force.',
    message: ({ series, rfc }) =>
      `Unexpected RFC ${rfc} in the series ${series}, expected the number of one that is in force`,
  }),
  'trace/unknown-option': words<{ series: string; option: string; rfc: number; near: string | undefined }>({
    severity: 'error',
    rule: 'The option of a series is one that its RFC declares.',
    message: ({ series, option, rfc }) =>
      `Unexpected option ${quoted(option)} in the series ${series}, expected one that RFC ${rfc} declares`,
    hint: didYouMean,
  }),
  'trace/unknown-test': words<{ test: string; near: string | undefined }>({
    severity: 'error',
    rule: 'What Test names is a file under the tests of the project, or of a patch.',
    message: ({ test }) => `Unexpected Test ${quoted(test)}, expected the path of a test`,
    hint: ({ near }) => didYouMean({ near }) ?? 'Tests are looked for where "tests" in quiesce.json says.',
  }),
  'trace/test-not-named-back': words<{ clause: string; test: string }>({
    severity: 'error',
    rule: 'A test names the clause that names it.',
    message: ({ clause, test }) =>
      `Unexpected Test ${quoted(test)}: it does not name the clause, expected a comment "Contract: ${clause}" in it`,
  }),
  'trace/confirmation': words<{ line: string }>({
    severity: 'error',
    rule: 'Each line of the file of confirmed links is a clause, a kind of link, a far end and a digest.',
    message: ({ line }) =>
      `Unexpected ${quoted(line)}, expected a clause, a kind (property, patch, test or thread), a far end and 16 digits`,
    hint: () => 'After a merge, keep the lines of both sides, without those that mark the conflict.',
  }),
} satisfies ProblemTable;

export type ConformanceProblemCode = keyof typeof conformanceProblems;

export const report = reporterOf(conformanceProblems);
