import { describe, expect, test } from 'vitest';
import { judge, type Question, type StoryResult } from '../../src/index.js';
import { isModelError } from '../../src/verdict/model-errors.js';
import { exploredOf, linkedOf, modelOf, propertyOf, somewhere } from '../samples.js';

const property = propertyOf('lamp/dark', 'lamp.dark');
const linked = linkedOf(
  `Clause: lamp.dark
Then: the lamp MUST NOT shine
Why: safety
Model: lamp/dark`,
  [property],
);
const night = { id: 'night', title: 'night', sizes: {}, memory: null };
const mutant = {
  id: 'M1',
  title: 'stuck',
  source: 'seen',
  of: 'relay',
  caughtBy: 'lamp/dark',
  memory: null,
  scenario: night,
};
const model = modelOf({ properties: [property], mutants: [mutant] });
const failure = { process: 1, edge: 5, message: 'out of range', place: somewhere };
const broken = { signals: { 'lamp/dark': ['violated'] } } as const;

function judged(changes: Partial<Question>) {
  const question = { model, clauses: [linked], options: ['relay'], evidence: [], whole: true };
  return judge({ ...question, ...changes });
}

describe('whether anything can break a clause', () => {
  test.each([
    ['an option does', [exploredOf(broken)], true, 'broken', ['relay']],
    ['a mutant does', [exploredOf({}), exploredOf({ mutant: 'M1', ...broken })], true, 'broken', ['M1']],
    ['nothing does', [exploredOf({})], true, 'worthless', []],
    ['a bound was hit', [exploredOf({ stoppedBy: 'states' })], true, 'unknown', []],
    ['only a part was explored', [exploredOf({})], false, 'unknown', []],
    ['the model fails', [exploredOf({ failures: [failure] })], true, 'unknown', []],
    [
      'a mutant fails',
      [exploredOf({}), exploredOf({ mutant: 'M1', failures: [failure] })],
      true,
      'worthless',
      [],
    ],
  ] as const)('%s', (_, evidence, whole, kind, brokenBy) => {
    expect(judged({ evidence, whole }).clauses[0]?.strength).toEqual({ kind, brokenBy });
  });

  test.each(['SHOULD', 'MAY'])('is not asked of %s', (keyword) => {
    const kind = keyword === 'MAY' ? 'sometimes' : 'always';
    const body = `Clause: lamp.dark\nThen: it ${keyword} shine\nWhy: x\nModel: lamp/dark`;
    const clauses = [linkedOf(body, [propertyOf('lamp/dark', 'lamp.dark', kind)])];
    const [clause] = judged({ clauses, evidence: [exploredOf({})] }).clauses;
    expect(clause?.strength.kind).toBe('not-asked');
  });
});

describe('mutants', () => {
  test.each([
    ['found', { mutant: 'M1', ...broken }],
    ['missed', { mutant: 'M1', signals: { 'lamp/soft': ['violated'] } }],
    ['not-complete', { mutant: 'M1', stoppedBy: 'memory' }],
    ['found', { mutant: 'M1', stoppedBy: 'memory', ...broken }],
  ] as const)('%s: %o', (verdict, changes) => {
    expect(judged({ evidence: [exploredOf(changes)] }).mutants).toMatchObject([{ verdict }]);
  });

  test.each([
    ['no-bug', {}, 'the option that it is made from breaks the property in the same scenario'],
    ['found', { scenario: 'day' }, 'it breaks it in another scenario'],
    ['found', { option: 'dimmer' }, 'another option breaks it'],
  ] as const)('%s: %o: %s', (verdict, changes, _) => {
    const evidence = [exploredOf({ ...broken, ...changes }), exploredOf({ mutant: 'M1', ...broken })];
    expect(judged({ evidence }).mutants).toMatchObject([{ verdict }]);
  });

  test('in a scenario of other sizes are not compared', () => {
    const { cell, result } = exploredOf(broken);
    const evidence = [
      { cell: { ...cell, sizes: { lamps: 9 } }, result },
      exploredOf({ mutant: 'M1', ...broken }),
    ];
    expect(judged({ evidence }).mutants).toMatchObject([{ verdict: 'found' }]);
  });

  test('that were not explored have no verdict', () => {
    expect(judged({ evidence: [exploredOf({})] }).mutants).toEqual([]);
  });
});

describe('errors of the model', () => {
  test('a failure is named once, in the smallest cell that shows it', () => {
    const evidence = [
      exploredOf({ states: 90, failures: [{ ...failure, edge: 4 }] }),
      exploredOf({ scenario: 'day', states: 20, failures: [failure] }),
      exploredOf({ mutant: 'M1', states: 5, failures: [failure] }),
    ];
    expect(judged({ evidence }).suspects).toMatchObject([
      {
        explored: { cell: { id: 'relay/day' } },
        target: { kind: 'failure', process: 1, edge: 5 },
        cells: ['relay/day', 'relay/night'],
      },
    ]);
  });

  test('a deadlock is named for each cell, but not for a mutant', () => {
    const evidence = [
      exploredOf({ deadlocks: 2 }),
      exploredOf({ scenario: 'day', deadlocks: 1 }),
      exploredOf({ mutant: 'M1', deadlocks: 1 }),
    ];
    const { suspects } = judged({ evidence });
    expect(suspects.map(({ target, cells }) => [target.kind, ...cells])).toEqual([
      ['deadlock', 'relay/night'],
      ['deadlock', 'relay/day'],
    ]);
  });
});

describe('a suspect is an error of the model', () => {
  const [deadlock] = judged({ evidence: [exploredOf({ deadlocks: 1 })] }).suspects;
  const [failing] = judged({ evidence: [exploredOf({ failures: [failure] })] }).suspects;
  const story: StoryResult = { kind: 'story', switches: 0, steps: 1, fewest: true, table: '', trace: '' };
  const none = (complete: boolean): StoryResult => ({ kind: 'no-story', complete });

  test.each([
    ['a deadlock of which nothing speaks', deadlock, story, true],
    ['a deadlock, where a property speaks of each', deadlock, none(true), false],
    ['a deadlock, where perhaps nothing speaks of one', deadlock, none(false), true],
    ['a deadlock that was not searched', deadlock, undefined, true],
    ['a failure', failing, story, true],
    ['a failure without a story', failing, none(true), true],
  ])('%s: %#', (_, suspect, story, isError) => {
    expect(isModelError(suspect!, story)).toBe(isError);
  });
});

describe('lines that were never executed', () => {
  const line = (number: number, taken: boolean, name = 'f') => ({
    file: 'lamp.ts',
    line: number,
    functions: [name],
    taken,
  });
  const evidence = [
    exploredOf({ lines: [line(9, false, 'g'), line(2, false), line(10, false)] }),
    exploredOf({ scenario: 'day', lines: [line(2, true), line(9, false, 'f')] }),
  ];

  test('are those that no cell has executed, by line', () => {
    expect(judged({ evidence }).uncovered).toEqual([
      { file: 'lamp.ts', line: 9, functions: ['f', 'g'] },
      { file: 'lamp.ts', line: 10, functions: ['f'] },
    ]);
  });

  test('are not asked for in part of the cells', () => {
    expect(judged({ evidence, whole: false }).uncovered).toEqual([]);
  });
});
