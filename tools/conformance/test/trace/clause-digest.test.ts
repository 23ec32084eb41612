import type { ClauseContent } from '@quiesce/contract';
import { describe, expect, test } from 'vitest';
import { checkedDigest, clauseDigest } from '../../src/index.js';

const clause: ClauseContent = {
  id: 'lamp.dark',
  was: [],
  options: ['relay', 'dimmer'],
  scope: 'lamp_set()',
  when: 'it returns 0',
  guarantee: 'the lamp MUST NOT shine',
  keyword: 'MUST NOT',
  why: 'Because.',
  models: [{ property: 'lamp/dark' }],
  code: [],
  tests: [],
  benches: [],
  threads: [],
};

describe('what a clause promises', () => {
  test.each<[string, Partial<ClauseContent>]>([
    ['the guarantee', { guarantee: 'the lamp MUST NOT glow' }],
    ['the keyword', { keyword: 'SHOULD NOT' }],
    ['the condition', { when: 'it returns 1' }],
    ['an exception', { unless: 'it is day' }],
    ['the scope', { scope: 'lamp_get()' }],
    ['who promises it', { options: ['relay'] }],
  ])('is another with %s', (_, change) => {
    expect(clauseDigest({ ...clause, ...change })).not.toBe(clauseDigest(clause));
  });

  test.each<[string, Partial<ClauseContent>]>([
    ['another name', { id: 'lamp.off', was: ['lamp.dark'] }],
    ['another reason', { why: 'For another reason.' }],
    ['other links', { models: [], code: ['lamp.c'], tests: ['t'], threads: ['<1@example.org>'] }],
    ['options in another order', { options: ['dimmer', 'relay'] }],
  ])('is the same with %s', (_, change) => {
    expect(clauseDigest({ ...clause, ...change })).toBe(clauseDigest(clause));
  });

  test('has values that are not taken for those of other fields', () => {
    const { when: _, ...without } = clause;
    expect(clauseDigest({ ...without, unless: 'it returns 0' })).not.toBe(clauseDigest(clause));
  });
});

test('what is checked is another with other properties', () => {
  expect(checkedDigest({ ...clause, models: [{ property: 'lamp/off' }] })).not.toBe(checkedDigest(clause));
  expect(checkedDigest({ ...clause, unchecked: 'no light' })).not.toBe(checkedDigest(clause));
  expect(checkedDigest({ ...clause, why: 'x' })).toBe(checkedDigest(clause));
});
