/** The table of the README names each property with its own clause. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { model } from '../src/index.js';

const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const rows = text.split('\n').filter((line) => /^\| P\d+ \|/.test(line));

it('has a row for each of the twelve questions', () => {
  expect(rows.map((row) => row.split('|')[1]!.trim())).toEqual(
    Array.from({ length: 12 }, (_, i) => `P${i + 1}`),
  );
});

it.each(rows)('names properties that exist, and their clauses: %s', (row) => {
  const [, , , properties, clauses] = row.split('|');
  const ids = [...properties!.matchAll(/`([a-z]+\/\w+)`/g)].map(([, id]) => id);
  const named = [...clauses!.matchAll(/`([a-z.-]+)`/g)].map(([, clause]) => clause);
  if (ids.length === 0) expect(named).toHaveLength(1);
  else expect(ids.map((id) => model.properties.find((one) => one.id === id)?.clause)).toEqual(named);
});
