import { readFileSync } from 'node:fs';
import { describeProblems } from '@quiesce/contract';
import { expect, test } from 'vitest';
import { seriesProblems } from '../src/index.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the README has the table of the codes', () => {
  expect(readme).toContain(describeProblems(seriesProblems));
});
