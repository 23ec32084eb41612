/** What can be wrong with an RFC before any rule is asked: its Markdown and its front matter, from code to words. */
import { type ProblemTable, quoted, reporterOf, words } from '@quiesce/contract';

const yamlHints: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Put the value in quotes: a colon and a space inside it start another key.',
  BAD_SCALAR_START: 'Put the value in quotes: it starts with a character that YAML keeps for itself.',
  DUPLICATE_KEY: 'Remove one of the two lines.',
  RESOURCE_EXHAUSTION: 'Front matter is flat: a value is one word, one text, or a list of them.',
  TAB_AS_INDENT: 'Indent with spaces.',
};

const didYouMean = ({ near }: { readonly near: string | undefined }) =>
  near === undefined ? undefined : `Did you mean ${near}?`;

export const readingProblems = {
  'rfc/byte-order-mark': words<object>({
    severity: 'warning',
    rule: 'A file does not start with a byte order mark: mail carries it into the text.',
    message: () => 'Unexpected byte order mark at the start of the file',
    hint: () => 'Save the file as UTF-8 without it.',
  }),
  'rfc/not-utf8': words<{ count: number; isWide: boolean }>({
    severity: 'error',
    rule: 'A file is UTF-8.',
    message: ({ count, isWide }) =>
      isWide
        ? 'Unexpected UTF-16, expected UTF-8'
        : count === 1
          ? 'Unexpected bytes, expected UTF-8: they are read as U+FFFD'
          : `Unexpected bytes at ${count} places, expected UTF-8: they are read as U+FFFD`,
    hint: ({ isWide }) =>
      isWide
        ? 'Save the file as UTF-8 (iconv -f UTF-16 -t UTF-8).'
        : 'Save the file as UTF-8 (iconv -f ISO-8859-1 -t UTF-8), and look for what was lost.',
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
} satisfies ProblemTable;

export const report = reporterOf(readingProblems);
