/** Fingerprints must find what whole states do where they are long enough, and must say how likely they are not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explore } from '../../src/search/explore.js';
import { collisionBound, exploreWithBits } from '../../src/search/explore-fingerprints.js';
import { randomSystem } from '../ir/random-system.js';
import { type Draft, end, go, local, systemOf } from '../trace/small-systems.js';
import { toyModel } from './toy-model.js';

const unbounded = {
  reduction: 'none' as const,
  maxStates: Number.POSITIVE_INFINITY,
  maxBytes: 2 ** 32,
  onProgress: () => {},
};

const walk = (count: number): readonly Draft[] => [
  ...Array.from({ length: count }, (_, point): Draft => [local, '', go(point + 1)]),
  end,
];
const cube = systemOf('cube', [], { A: walk(40), B: walk(40), C: walk(40) });

describe('explore with fingerprints', () => {
  test('agrees with whole states on random systems, and never says complete alone', () => {
    fc.assert(
      fc.property(randomSystem, (system) => {
        const { bytesPerState, cpuMs, ...whole } = explore(system, { engine: 'wasm' });
        const found = explore(system, { engine: 'wasm', store: 'fingerprints' });
        expect(found).toMatchObject({ ...whole, collision: collisionBound(whole.states, 64) });
        expect(whole.collision).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    { model: 'detach', world: 'detachment', sizes: [3, 1], states: 2_515_114, transitions: 11_225_347 },
    { model: 'philosophers', world: 'philosophers', sizes: [9], states: 439_203, transitions: 3_277_602 },
  ])('counts $model $sizes', ({ model, world, sizes, ...counts }) => {
    const found = explore(toyModel(model, world, sizes), { engine: 'wasm', store: 'fingerprints' });
    expect(found).toMatchObject({ ...counts, complete: true });
    expect(found.collision).toBeGreaterThan(0);
    expect(found.collision).toBeLessThan(1e-6);
  });

  test('takes few bytes for a state, however long it is', () => {
    const values = Array.from({ length: 256 }, (_, value) => value).join(' ');
    const cells = Array.from({ length: 60 }, (_, index) => [`c${index}`, values] as const);
    const steps = (cell: number): readonly Draft[] =>
      Array.from(
        { length: 61 },
        (_, point): Draft => (point === 60 ? end : [local, '', go(point + 1, [cell, point % 8])]),
      );
    const wide = systemOf('wide', cells, { A: steps(0), B: steps(1), C: steps(2) });
    const whole = explore(wide, { engine: 'wasm' });
    const found = explore(wide, { engine: 'wasm', store: 'fingerprints' });
    expect(found.states).toBe(whole.states);
    expect(found.bytesPerState).toBeLessThan(whole.bytesPerState);
  });

  test.each([1, 2, 100, 5000])('stops at %i states and says so', (maxStates) => {
    const found = explore(cube, { engine: 'wasm', store: 'fingerprints', maxStates });
    expect(found).toMatchObject({ states: maxStates, complete: false, stoppedBy: 'states' });
  });

  test('stops where memory ends and says so', () => {
    const found = explore(cube, { engine: 'wasm', store: 'fingerprints', maxBytes: 400_000 });
    expect(found).toMatchObject({ complete: false, stoppedBy: 'memory' });
    expect(found.states).toBeGreaterThan(10_000);
  });
});

describe('fingerprints that are too short', () => {
  const { states } = explore(cube, { engine: 'wasm' });

  test.each([1, 10, 14, 16])('of %i bits lose states, and the bound says that they must', (bits) => {
    const found = exploreWithBits(cube, unbounded, bits);
    expect(found.states).toBeLessThan(states);
    expect(found.states).toBeLessThanOrEqual(2 ** bits);
    expect(collisionBound(found.states, bits)).toBe(
      Math.min(1, (found.states * (found.states - 1)) / 2 ** (bits + 1)),
    );
  });

  // 68,921 states are 2.4e9 pairs, so among 2^32 fingerprints half a collision is expected, and among 2^26 some 35.
  test('of 26 bits lose about as many as pairs by fingerprints tell', () => {
    const lost = states - exploreWithBits(cube, unbounded, 26).states;
    const expected = (states * (states - 1)) / 2 ** 27;
    expect(collisionBound(states, 26)).toBe(1);
    expect(lost).toBeGreaterThan(expected / 4);
    expect(lost).toBeLessThan(expected * 4);
  });

  test('of 40 bits lose none here, and the bound says that this is likely', () => {
    expect(exploreWithBits(cube, unbounded, 40).states).toBe(states);
    expect(collisionBound(states, 40)).toBeLessThan(0.003);
  });
});

test.each([
  { states: 1, bits: 64, bound: 0 },
  { states: 2, bits: 1, bound: 0.5 },
  { states: 2, bits: 64, bound: 2 ** -64 },
  { states: 100_000_000, bits: 64, bound: 2.7105e-4 },
  { states: 1_000_000_000_000, bits: 64, bound: 1 },
])('the bound for $states states and $bits bits', ({ states, bits, bound }) => {
  expect(collisionBound(states, bits)).toBeCloseTo(bound, 7);
});
