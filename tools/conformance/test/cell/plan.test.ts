import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, parseShard, planCells, shardOf } from '../../src/index.js';
import { modelOf, propertyOf } from '../samples.js';

const night = { id: 'night', title: 'night', sizes: { lamps: 2 }, memory: null };
const day = { id: 'day', title: 'day', sizes: {}, memory: null };
const mutant = {
  id: 'M1',
  title: 'stuck',
  source: 'seen',
  of: 'dimmer',
  caughtBy: 'lamp/dark',
  memory: null,
  scenario: day,
};
const model = modelOf({
  scenarios: [night, day],
  properties: [propertyOf('lamp/dark', 'lamp.off-means-dark')],
  mutants: [mutant],
});
const exploring = { memoryModel: 'sc', bounds: { maxStates: 5, maxMegabytes: 6 } } as const;
const ids = (cells: readonly Cell[]) => cells.map(({ id }) => id);

describe('planCells', () => {
  test('every option in every scenario, then the mutants', () => {
    const cells = planCells(model, exploring);
    expect(ids(cells)).toEqual(['relay/night', 'relay/day', 'dimmer/night', 'dimmer/day', 'M1']);
    expect(cells[0]).toEqual({
      id: 'relay/night',
      subject: { kind: 'option', option: 'relay', scenario: 'night' },
      scenario: 'night',
      sizes: { lamps: 2 },
      properties: ['lamp/dark'],
      ...exploring,
      reduction: 'none',
    });
    expect(cells[4]).toMatchObject({ subject: { kind: 'mutant', mutant: 'M1' }, scenario: 'day', sizes: {} });
  });

  test.each([
    [{ options: ['dimmer'] }, ['dimmer/night', 'dimmer/day', 'M1']],
    [{ scenarios: ['night'] }, ['relay/night', 'dimmer/night']],
    [{ options: ['relay'], scenarios: ['day'] }, ['relay/day']],
    [{ options: [] }, []],
  ])('%o leaves %o', (selection, left) => {
    expect(ids(planCells(model, exploring, selection))).toEqual(left);
  });
});

test('a reduction is for all cells', () => {
  const cells = planCells(model, { ...exploring, reduction: 'chains' });
  expect(new Set(cells.map(({ reduction }) => reduction))).toEqual(new Set(['chains']));
});

describe('memory models', () => {
  const weak = { ...day, memory: ['sc', 'tso'] } as const;
  const own = { ...mutant, memory: 'tso' } as const;
  const both = modelOf({ options: ['relay'], scenarios: [night, weak], mutants: [mutant, own] });
  const named = (cells: readonly Cell[]) => cells.map(({ id, memoryModel }) => `${id} ${memoryModel}`);

  test('a scenario is explored under each that it names, a mutant under its own', () => {
    expect(named(planCells(both, exploring))).toEqual([
      'relay/night sc',
      'relay/day sc',
      'relay/day@tso tso',
      'M1 sc',
      'M1 tso',
    ]);
  });

  test('the usual one is for those that name none', () => {
    expect(named(planCells(both, { ...exploring, memoryModel: 'tso' }))).toEqual([
      'relay/night@tso tso',
      'relay/day sc',
      'relay/day@tso tso',
      'M1 tso',
      'M1 tso',
    ]);
  });
});

describe('shards', () => {
  test('all of them together are the plan, and no two have a cell in common', () => {
    const cells = planCells(model, exploring);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (count) => {
        const parts = Array.from({ length: count }, (_, index) =>
          shardOf(cells, { index: index + 1, count }),
        );
        expect(ids(parts.flat()).sort()).toEqual(ids(cells).sort());
        const sizes = parts.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each([
    ['1/1', { index: 1, count: 1 }],
    ['3/12', { index: 3, count: 12 }],
    ['0/2', undefined],
    ['3/2', undefined],
    ['1', undefined],
    ['1/2/3', undefined],
    ['01/2', undefined],
    ['', undefined],
  ])('%j is %o', (text, shard) => expect(parseShard(text)).toEqual(shard));
});
