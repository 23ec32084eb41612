import { sourceText } from '@quiesce/contract';
import { expect, test } from 'vitest';
import { readMentions } from '../../src/index.js';

/** `⟦` stands where the id begins. */
const named: readonly (readonly [what: string, text: string, clauses: readonly string[]])[] = [
  ['a comment of C', ' * Contract: ⟦lamp.dark', ['lamp.dark']],
  ['a comment on one line', '/* Contract: ⟦lamp.dark */', ['lamp.dark']],
  ['a comment behind code', 'run(); // Contract: ⟦lamp.dark', ['lamp.dark']],
  ['a comment of a shell', '# Contract: ⟦lamp.dark', ['lamp.dark']],
  ['a comment of HTML', '<!-- Contract: ⟦lamp.dark -->', ['lamp.dark']],
  ['a comment of Lua and SQL', '-- Contract: ⟦lamp.dark', ['lamp.dark']],
  [
    'several clauses',
    '// Contract: ⟦lamp.dark, lamp.quiet lamp.cold',
    ['lamp.dark', 'lamp.quiet', 'lamp.cold'],
  ],
  ['an id that is none', '// Contract: ⟦Lamp', ['Lamp']],
];

test.each(named)('%s names clauses', (_, marked, clauses) => {
  const mentions = readMentions(sourceText('a.c', `first line\n${marked.replace('⟦', '')}\n`));
  expect(mentions.map(({ clause }) => clause)).toEqual(clauses);
  expect(mentions[0]?.place).toMatchObject({ line: 2, column: marked.indexOf('⟦') + 1 });
});

test.each([
  ['a word before it', '// See Contract: lamp.dark'],
  ['a text', 'printf("Contract: lamp.dark")'],
  ['nothing behind it', '// Contract:'],
  ['another key', '// Contracts: lamp.dark'],
])('%s names none', (_, line) => {
  expect(readMentions(sourceText('a.c', line))).toEqual([]);
});
