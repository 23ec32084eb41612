/** Everything that can be wrong with an RFC outside the bodies of its blocks, from code to words. */
import { oneOf, type ProblemTable, quoted, reporterOf, words } from '@quiesce/contract';

const yamlHints: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Put the value in quotes: a colon and a space inside it start another key.',
  BAD_SCALAR_START: 'Put the value in quotes: it starts with a character that YAML keeps for itself.',
  DUPLICATE_KEY: 'Remove one of the two lines.',
  RESOURCE_EXHAUSTION: 'Front matter is flat: a value is one word, one text, or a list of them.',
  TAB_AS_INDENT: 'Indent with spaces.',
};

const didYouMean = ({ near }: { readonly near: string | undefined }) =>
  near === undefined ? undefined : `Did you mean ${near}?`;

export const rfcProblems = {
  'rfc/byte-order-mark': words<object>({
    severity: 'warning',
    rule: 'A file does not start with a byte order mark: mail carries it into the text.',
    message: () => 'Unexpected byte order mark at the start of the file',
    hint: () => 'Save the file as UTF-8 without it.',
  }),
  'rfc/too-deep': words<object>({
    severity: 'error',
    rule: 'Quotes and lists nest at most 100 levels deep.',
    message: () => 'Unexpected depth of nesting, expected at most 100 levels: the file is not read',
    hint: () => 'Nest quotes, lists and emphasis less deep.',
  }),
  'rfc/no-front-matter': words<{ isOpen: boolean }>({
    severity: 'error',
    rule: 'An RFC starts with front matter: YAML between two lines of three dashes.',
    message: ({ isOpen }) =>
      isOpen
        ? 'Unexpected end of file, expected a line "---" that ends the front matter'
        : 'Unexpected start of the file, expected front matter',
    hint: ({ isOpen }) =>
      isOpen
        ? 'Add a line that is only "---" after the last line of the front matter.'
        : 'Start the file with a line "---", the lines "rfc:", "title:", "revision:", "status:", "options:", and another "---".',
  }),
  'rfc/yaml': words<{ code: string; detail: string }>({
    severity: 'error',
    rule: 'Front matter is YAML.',
    message: ({ detail }) => `Unexpected text in the front matter: ${detail}`,
    hint: ({ code }) => yamlHints[code] ?? 'Front matter is YAML: "key: value", and lists as [one, two].',
  }),
  'rfc/yaml-alias': words<{ name: string }>({
    severity: 'error',
    rule: 'Front matter has no aliases.',
    message: ({ name }) => `Unexpected alias ${quoted(name)}, expected a value`,
    hint: () => 'Write the value itself; if it starts with a star, put it in quotes.',
  }),
  'rfc/front-matter-shape': words<object>({
    severity: 'error',
    rule: 'Front matter is a list of keys and values.',
    message: () => 'Unexpected front matter, expected lines of the form "key: value"',
    hint: () => 'Write one key a line, each a single word.',
  }),
  'rfc/front-matter-key': words<{ key: string; keys: readonly string[]; near: string | undefined }>({
    severity: 'error',
    rule: 'Front matter has only the keys of the table.',
    message: ({ key }) => `Unexpected key ${quoted(key)} in the front matter`,
    hint: ({ near, keys }) => didYouMean({ near }) ?? `The keys are ${keys.join(', ')}.`,
  }),
  'rfc/front-matter-missing': words<{ key: string; expected: string }>({
    severity: 'error',
    rule: 'Front matter has every key that the table asks for.',
    message: ({ key }) => `Unexpected end of the front matter, expected ${key}`,
    hint: ({ key, expected }) => `Add a line "${key}:" with ${expected}.`,
  }),
  'rfc/front-matter-value': words<{ key: string; shown: string; expected: string }>({
    severity: 'error',
    rule: 'Each value of the front matter is of the form that its key asks for.',
    message: ({ key, shown, expected }) => `Unexpected ${shown} in ${key}, expected ${expected}`,
  }),
  'rfc/repeated-option': words<{ option: string }>({
    severity: 'error',
    rule: 'The front matter declares each option once.',
    message: ({ option }) => `Unexpected second ${quoted(option)} in options`,
    hint: () => 'Remove one of the two.',
  }),
  'rfc/unknown-option': words<{ option: string; options: readonly string[]; near: string | undefined }>({
    severity: 'error',
    rule: 'A clause names only options that the front matter declares.',
    message: ({ option, options }) =>
      `Unexpected option ${quoted(option)}, expected ${options.length === 0 ? 'one that the front matter declares' : oneOf(options)}`,
    hint: ({ option, near }) =>
      didYouMean({ near }) ?? `Add ${quoted(option)} to the options of the front matter, or remove it here.`,
  }),
  'rfc/duplicate-clause': words<{ id: string }>({
    severity: 'error',
    rule: 'No two clauses of an RFC have the same id.',
    message: ({ id }) => `Unexpected second clause with the id ${quoted(id)}`,
    hint: () => 'Give one of the two another id; an id that was removed is never used again.',
  }),
  'rfc/duplicate-objection': words<{ id: string }>({
    severity: 'error',
    rule: 'No two objections of an RFC have the same id.',
    message: ({ id }) => `Unexpected second objection with the id ${quoted(id)}`,
    hint: () => 'Give one of the two another id.',
  }),
  'rfc/unlinked-must': words<{ keyword: string }>({
    severity: 'error',
    rule: 'A clause with MUST or MUST NOT has a Model, or an Unchecked that says why it has none.',
    message: ({ keyword }) =>
      `Unexpected ${keyword} that nothing checks, expected Model or Unchecked in this clause`,
    hint: () =>
      'Name a property of the model ("Model: topic/property"), or give the reason ("Unchecked: ...").',
  }),
  'rfc/unknown-clause': words<{
    id: string;
    key: string;
    renamed: string | undefined;
    near: string | undefined;
  }>({
    severity: 'error',
    rule: 'A clause that Why or an objection names is a clause of the RFC.',
    message: ({ id, key }) => `Unexpected ${quoted(id)} in ${key}, expected the id of a clause in this RFC`,
    hint: ({ near, renamed }) =>
      renamed === undefined ? didYouMean({ near }) : `It is called ${renamed} now.`,
  }),
  'rfc/was-itself': words<{ id: string }>({
    severity: 'error',
    rule: 'Was names an earlier id, not the present one.',
    message: ({ id }) =>
      `Unexpected ${quoted(id)} in Was, expected an earlier id: the clause has this one now`,
    hint: () => 'Remove the line, or write the id that the clause had before.',
  }),
  'rfc/misplaced-block': words<{ block: string; container: string | undefined }>({
    severity: 'error',
    rule: 'A contract or objection block starts at column 1, outside lists and quotes.',
    message: ({ block, container }) =>
      `Unexpected ${block} block ${container === undefined ? 'with white space before it' : `inside a ${container}`}, expected it at column 1`,
    hint: ({ container, block }) =>
      container === undefined
        ? 'Remove the white space before each of its lines; until then it promises nothing.'
        : `Move it out of the ${container}; until then it promises nothing. If it only quotes a block, use another word than "${block}" after the fence, such as "text".`,
  }),
  'rfc/info-string': words<{ info: string; block: string }>({
    severity: 'error',
    rule: 'The info string of a block is the one word `contract` or `objection`.',
    message: ({ info, block }) => `Unexpected info string ${quoted(info)}, expected ${quoted(block)}`,
    hint: ({ block }) => `Write "${block}" alone after the fence; as it is, the block is not read.`,
  }),
  'rfc/unclosed-fence': words<{ fence: string; isSwallowing: boolean }>({
    severity: 'error',
    rule: 'Each fence is closed before the next one opens, and before its list, its quote or the file ends.',
    message: ({ fence, isSwallowing }) =>
      `Unexpected ${isSwallowing ? 'fence inside this block' : 'end of this block'}, expected a line "${fence}" that closes it`,
    hint: ({ fence, isSwallowing }) =>
      isSwallowing
        ? `Close the block before the next one starts; if the inner fence belongs to the text, open and close the outer block with more than ${fence.length} marks.`
        : `Add a line "${fence}" where the block ends.`,
  }),
  'rfc/lost-heading': words<{ text: string }>({
    severity: 'warning',
    rule: 'An underlined heading does not start like the item of a list: Markdown shows it as one.',
    message: ({ text }) => `Unexpected list item ${quoted(text)}, expected a heading above an underline`,
    hint: () => 'Begin the heading with a word, or put its number in parentheses: "(7) ...".',
  }),
  'rfc/open-objection': words<{ id: string }>({
    severity: 'error',
    rule: 'An RFC that is accepted has no open objection.',
    message: ({ id }) => `Unexpected open objection ${quoted(id)} in an RFC that is accepted`,
    hint: () => 'Answer it, or set the status of the RFC back to review.',
  }),
} satisfies ProblemTable;

export type RfcProblemCode = keyof typeof rfcProblems;

export const report = reporterOf(rfcProblems);
