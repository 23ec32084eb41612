/**
 * What the project's file of published figures comes to, against numbers that were worked out by hand, to the digits in which they
 * were written down.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { figuresOf, judgeClaims, ratioOf } from '../../src/costs/claims.js';
import { sumOf } from '../../src/costs/expression.js';
import { parsePublished } from '../../src/costs/published.js';

const text = readFileSync(new URL('../../../../patches/published.json', import.meta.url), 'utf8');
const read = parsePublished(text);
if (!read.ok) throw new Error(read.reason);
const { published } = read;

const set = (id: string) => published.sets.find((one) => one.id === id)!;
const baseline = (id: string) => published.baselines.find((one) => one.id === id)!;

test.each([
  ['x86-64', 'nop', 4.129, 3.3],
  ['x86-64', 'sync', 4.493, 3.5],
  ['x86-64', 'audit-fast', 1.398, 1.78],
  ['x86-64', 'audit', 4.36, 3.42],
  ['x86-64', 'audit-nop', 4.89, 3.72],
  ['x86-64', 'audit-sync', 5.329, 3.96],
  ['powerpc64', 'nop', 2.158, 2.33],
  ['powerpc64', 'sync', 3.38, 3.08],
  ['powerpc64', 'audit', 4.196, 3.58],
  ['powerpc64', 'audit-nop', 4.504, 3.77],
  ['powerpc64', 'audit-sync', 5.179, 4.18],
])('%s: %s is %d over no trace, or %d times', (id, row, over, times) => {
  const { rows } = set(id);
  expect(rows[row]! - rows['none']!).toBeCloseTo(over, 3);
  expect(rows[row]! / rows['none']!).toBeCloseTo(times, 2);
});

test.each([
  ['x86-64', 'plain', 0.364, 1.061, 1.088],
  ['x86-64', 'audit', 0.439, 1.066, 1.827],
  ['powerpc64', 'plain', 1.222, 1.323, 1.566],
  ['powerpc64', 'audit', 0.675, 1.11, 3.196],
])(
  '%s, %s: sync costs %d more, %d times the call, %d times the overhead',
  (id, under, more, whole, overhead) => {
    const figures = figuresOf(set(id), baseline(under));
    expect(sumOf('whole-sync - whole-nop', figures)).toBeCloseTo(more, 3);
    expect(ratioOf(['whole-sync', 'whole-nop'], figures)).toBeCloseTo(whole, 3);
    expect(ratioOf(['sync-overhead', 'nop-overhead'], figures)).toBeCloseTo(overhead, 3);
  },
);

test('the slow return path is most of what doing nothing costs', () => {
  const figures = figuresOf(set('x86-64'), baseline('slow-path-out'));
  expect(sumOf('slow', figures)).toBeCloseTo(2.962, 3);
  expect(sumOf('nop-overhead', figures)).toBeCloseTo(1.167, 3);
  expect(sumOf('sync-overhead', figures)).toBeCloseTo(1.531, 3);
  expect(sumOf('audit-overhead', figures)).toBeCloseTo(1.398, 3);
});

const claims = judgeClaims(published, published.sets);

test.each([
  ['slow-path', 'x86-64', 'plain', 0.717, true],
  ['faster-than-audit', 'x86-64', 'slow-path-out', 0.835, true],
  ['faster-than-audit', 'powerpc64', 'plain', 0.514, true],
  ['nearly-doubles', 'x86-64', 'slow-path-out', 1.312, false],
  ['nearly-doubles', 'x86-64', 'audit', 1.827, true],
  ['nearly-doubles', 'x86-64', 'plain', 1.088, false],
  ['nearly-doubles', 'powerpc64', 'plain', 1.566, false],
  ['nearly-doubles', 'powerpc64', 'audit', 3.196, true],
  ['above-audit', 'x86-64', 'slow-path-out', 1.095, true],
  ['above-audit', 'x86-64', 'audit', 0.69302, false],
  ['above-audit', 'powerpc64', 'plain', 0.805, false],
  ['both', 'x86-64', 'plain', undefined, false],
])('%s, of %s under %s: %s, holds %s', (id, of, under, ratio, holds) => {
  const claim = claims.find(
    (one) => one.statement.id === id && one.set.id === of && one.baseline.id === under,
  )!;
  expect(claim.holds).toBe(holds);
  if (ratio === undefined) expect(claim.ratio).toBeUndefined();
  else expect(claim.ratio).toBeCloseTo(ratio, 3);
});

test('no single choice of baseline makes both halves of the sentence true', () => {
  const both = claims.filter(({ statement }) => statement.id === 'both');
  expect(both.map(({ set: { id }, baseline: under }) => `${id} ${under.id}`)).toEqual([
    'x86-64 plain',
    'x86-64 slow-path-out',
    'x86-64 audit',
    'powerpc64 plain',
    'powerpc64 audit',
  ]);
  expect(both.some(({ holds }) => holds)).toBe(false);
});

test('nobody says of powerpc64 what only x86-64 had', () => {
  const asked = claims.filter(
    ({ set: { id }, baseline: under }) => id === 'powerpc64' && under.id === 'slow-path-out',
  );
  expect(asked).toEqual([]);
  expect(
    claims.some(({ set: { id }, statement }) => id === 'powerpc64' && statement.id === 'slow-path'),
  ).toBe(false);
});
