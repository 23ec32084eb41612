/** Everything that can be wrong inside a contract or objection block, from code to words. */
import { keywords } from './clause.js';
import { oneOf, type ProblemTable, quoted, reporterOf, words } from './problem.js';

export const contractProblems = {
  'contract/not-a-field': words<{ text: string }>({
    severity: 'error',
    rule: 'Each line of a block is a field at column 1 or continues one.',
    message: ({ text }) => `Unexpected ${quoted(text)}, expected "Key: value"`,
    hint: () => 'A line that continues the field above starts with white space.',
  }),
  'contract/stray-continuation': words<object>({
    severity: 'error',
    rule: 'A line that starts with white space continues a field above it.',
    message: () =>
      'Unexpected white space, expected a key at column 1: there is no field above that this could continue',
    hint: () => 'Start the line with its key, or move it below the field that it belongs to.',
  }),
  'contract/space-before-colon': words<{ key: string }>({
    severity: 'error',
    rule: 'The colon follows its key at once.',
    message: ({ key }) => `Unexpected white space after ${quoted(key)}, expected a colon`,
  }),
  'contract/no-space-after-colon': words<{ key: string }>({
    severity: 'error',
    rule: 'White space separates the colon from the value.',
    message: ({ key }) => `Unexpected value right after "${key}:", expected white space before it`,
  }),
  'contract/unknown-key': words<{
    key: string;
    block: string;
    keys: readonly string[];
    near: string | undefined;
  }>({
    severity: 'error',
    rule: 'Each key is one that its kind of block has.',
    message: ({ key, block }) =>
      `Unexpected key ${quoted(key)}, expected one of those that ${block} blocks have`,
    hint: ({ near, keys }) =>
      near === undefined
        ? `The keys are ${keys.join(', ')}. A line that continues the field above starts with white space.`
        : `Did you mean ${near}?`,
  }),
  'contract/repeated-key': words<{ key: string }>({
    severity: 'error',
    rule: 'A key that stands once in the table stands at most once in a block.',
    message: ({ key }) => `Unexpected second ${key}, expected at most one in a block`,
    hint: ({ key }) =>
      key === 'Option' ? 'Write all options in one line, with commas between them.' : undefined,
  }),
  'contract/missing-key': words<{ key: string; block: string; meaning: string }>({
    severity: 'error',
    rule: 'A block has every key that the table asks for.',
    message: ({ key, block }) => `Unexpected end of the ${block} block, expected ${key}`,
    hint: ({ key, meaning }) => `Add a line that starts with "${key}:" (${meaning}).`,
  }),
  'contract/empty-value': words<{ key: string }>({
    severity: 'error',
    rule: 'No field is empty.',
    message: ({ key }) => `Unexpected end of ${key}, expected a value`,
    hint: ({ key }) => `Write the value after "${key}:", or delete the line.`,
  }),
  'contract/bad-id': words<{ text: string; key: string }>({
    severity: 'error',
    rule: 'An id is lower-case words joined by dots; a word is letters, digits and dashes.',
    message: ({ text, key }) =>
      `Unexpected ${quoted(text)} in ${key}, expected an id such as lamp.off-means-dark`,
    hint: () =>
      'An id is lower-case words joined by dots; a word starts with a letter and has letters, digits and dashes.',
  }),
  'contract/bad-option': words<{ text: string }>({
    severity: 'error',
    rule: 'Option lists names of design options between commas.',
    message: ({ text }) => `Unexpected ${quoted(text)} in Option, expected the name of a design option`,
    hint: ({ text }) =>
      text === ''
        ? 'Remove the comma that has nothing before or after it.'
        : 'A name is one lower-case word of letters, digits and dashes; commas stand between names.',
  }),
  'contract/repeated-item': words<{ text: string; key: string }>({
    severity: 'error',
    rule: 'No list names the same thing twice.',
    message: ({ text, key }) => `Unexpected second ${quoted(text)} in ${key}`,
    hint: () => 'Remove one of the two.',
  }),
  'contract/bad-property': words<{ text: string }>({
    severity: 'error',
    rule: 'Model names a property of the model as `topic/nameOfProperty`, and after it a memory model as `@name`.',
    message: ({ text }) =>
      `Unexpected ${quoted(text)} in Model, expected a property such as lamp/noLightAfterOff`,
    hint: () =>
      'Write one property a line: topic/nameOfProperty, and @name after it if it needs a memory model.',
  }),
  'contract/no-keyword': words<{ found: string | undefined; near: string | undefined }>({
    severity: 'error',
    rule: 'Then holds one of MUST, MUST NOT, SHOULD, SHOULD NOT, MAY in capitals.',
    message: ({ found }) =>
      `Unexpected ${found === undefined ? 'promise without a keyword' : quoted(found)} in Then, expected ${oneOf(keywords)}`,
    hint: ({ near }) =>
      near === undefined ? 'Say what is promised: "... MUST ...".' : `Write ${near} instead.`,
  }),
  'contract/second-keyword': words<{ keyword: string }>({
    severity: 'error',
    rule: 'Then holds only one keyword.',
    message: ({ keyword }) => `Unexpected second keyword ${keyword} in Then, expected exactly one`,
    hint: () => 'Give each promise a clause of its own.',
  }),
  'contract/may-not': words<object>({
    severity: 'error',
    rule: 'MAY NOT is no keyword: it can be read as a ban and as a permission.',
    message: () => 'Unexpected MAY NOT in Then: it can be read as a ban and as a permission',
    hint: () => 'Write MUST NOT for a ban; write MAY and the opposite for a permission.',
  }),
  'contract/bad-message-id': words<{ text: string }>({
    severity: 'error',
    rule: 'Thread holds one Message-ID.',
    message: ({ text }) =>
      `Unexpected ${quoted(text)} in Thread, expected a Message-ID such as <20260301.1@example.org>`,
    hint: () => 'Copy the Message-ID header of the mail with its angle brackets, one a line.',
  }),
  'contract/bad-state': words<{ text: string; states: readonly string[]; near: string | undefined }>({
    severity: 'error',
    rule: 'State is open, answered, accepted, withdrawn or overruled.',
    message: ({ text, states }) => `Unexpected state ${quoted(text)}, expected ${oneOf(states)}`,
    hint: ({ near }) => (near === undefined ? undefined : `Did you mean ${near}?`),
  }),
  'contract/bad-revision': words<{ text: string }>({
    severity: 'error',
    rule: 'Revision is a whole number from 1.',
    message: ({ text }) => `Unexpected ${quoted(text)} in Revision, expected a whole number from 1`,
  }),
  'contract/incomplete-state': words<{ state: string; key: string }>({
    severity: 'error',
    rule: 'An answered objection has an Answer, an accepted one a Revision, an overruled one a By.',
    message: ({ state, key }) =>
      `Unexpected state ${quoted(state)} without ${key}, expected ${key} in this objection`,
    hint: ({ key }) => `Add a line that starts with "${key}:".`,
  }),
} satisfies ProblemTable;

export type ContractProblemCode = keyof typeof contractProblems;

export const report = reporterOf(contractProblems);
