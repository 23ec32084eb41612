import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  clauseTable,
  contractProblems,
  describeFields,
  describeProblems,
  objectionTable,
} from '../src/index.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test.each([
  ['the keys of a contract block', describeFields(clauseTable)],
  ['the keys of an objection block', describeFields(objectionTable)],
  ['the codes', describeProblems(contractProblems)],
])('the README has the table of %s', (_name, table) => {
  expect(readme).toContain(table);
});
