import { readFileSync } from 'node:fs';
import { describeProblems } from '@quiesce/contract';
import { expect, test } from 'vitest';
import { findingKinds, kernelConfigSchema, kernelProblems } from '../src/index.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the README has the table of the codes', () => {
  expect(readme).toContain(describeProblems(kernelProblems));
});

test('the README has the kinds of findings, and the keys of kernel.json', () => {
  expect(readme).toContain(`\n${findingKinds.join(', ')}\n`);
  for (const key of Object.keys(kernelConfigSchema.shape)) expect(readme).toContain(`\`${key}`);
});
