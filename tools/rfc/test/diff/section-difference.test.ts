import { expect, test } from 'vitest';
import { paragraphDiff } from '../../src/diff/paragraph-diff.js';
import { diffRfcs, parseRfc } from '../../src/index.js';

const rfc = (sections: readonly (readonly [string, string])[]) =>
  parseRfc(
    'rfc/1.md',
    [
      '---\nrfc: 1\ntitle: Lamps\nrevision: 1\nstatus: draft\noptions: [relay]\n---\n',
      ...sections.map(([title, text]) => `${title}\n-----\n\n${text}\n`),
    ].join('\n'),
  ).rfc;

test('of sections with one text, each is renamed once, in their order', () => {
  const before = rfc([
    ['One', 'Same.'],
    ['Two', 'Same.'],
    ['Empty', ''],
  ]);
  const after = rfc([
    ['Uno', 'Same.'],
    ['Due', 'Same.'],
    ['Tre', 'Same.'],
    ['Vuoto', ''],
  ]);
  const told = diffRfcs(before, after).sections.map(({ title, change, before: old }) => [
    title,
    change,
    old?.title,
  ]);
  expect(told).toEqual([
    ['Uno', 'renamed', 'One'],
    ['Due', 'renamed', 'Two'],
    ['Tre', 'added', undefined],
    ['Vuoto', 'added', undefined],
    ['Empty', 'removed', 'Empty'],
  ]);
});

test('a changed paragraph is found behind new ones, but for very many', () => {
  const changes = (count: number) => {
    const fresh = Array.from({ length: count }, (_, index) => `x${index} y${index}`);
    const found = paragraphDiff(['the lamp is off now'], [...fresh, 'the lamp is on now']);
    return found.filter(({ before, after }) => before !== undefined && after !== undefined).length;
  };
  expect([changes(0), changes(99), changes(100)]).toEqual([1, 1, 0]);
});
