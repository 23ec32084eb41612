import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeFrontMatter } from '../src/front-matter.js';
import { describeCatalogue } from '../src/lint/catalogue.js';
import { describeHazards } from '../src/mail/hazard.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test.each([
  ['the keys of front matter', describeFrontMatter()],
  ['the codes', describeCatalogue()],
  ['what does harm in a mail', describeHazards()],
])('the README has the table of %s', (_name, table) => {
  expect(readme).toContain(table);
});
