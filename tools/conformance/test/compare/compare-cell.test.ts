import { describe, expect, it } from 'vitest';
import { type ComparedBehaviour, isDoubt } from '../../src/compare/behaviour.js';
import {
  type BehaviourQuestion,
  type ComparedCell,
  compareCell,
  comparedKey,
  comparedResultSchema,
  judgeBehaviour,
  planComparison,
  renderBehaviour,
  runName,
  type SideLink,
  tellDifference,
  wantedRuns,
  withoutMore,
  witnessResultSchema,
} from '../../src/index.js';
import { lampModel } from './lamp-model.js';

const { program, description } = lampModel();
const bounds = { maxStates: 1000, maxMegabytes: 64 };

function link(id: string, changes: Partial<SideLink> = {}): SideLink {
  return { id, memoryModel: 'sc', scenarios: null, ...changes };
}

function planned(before: string, after: string): readonly ComparedCell[] {
  const comparison = { before: [link(before)], after: [link(after)] };
  return planComparison(description, comparison, { memoryModel: 'sc', bounds });
}

function behaviourOf(before: string, after: string, changes: Partial<BehaviourQuestion> = {}) {
  const question: BehaviourQuestion = {
    clause: 'lamp.dark',
    before: [before],
    after: [after],
    permission: false,
    promisedBy: ['careful'],
    also: [],
    gaps: [],
    ...changes,
  };
  const evidence = planned(before, after).map((cell) => ({ cell, result: compareCell(program, cell) }));
  const told = wantedRuns(question, evidence).map((run) => {
    const story = witnessResultSchema.parse(tellDifference(program, run.cell, run.side, 10_000));
    return [runName(run), story] as const;
  });
  for (const { result } of evidence) expect(comparedResultSchema.parse(result)).toEqual(result);
  return judgeBehaviour(question, evidence, new Map(told));
}

describe('a stronger promise', () => {
  const behaviour = behaviourOf('lamp/dark', 'lamp/blind');

  it('is one that some run breaks which keeps the other', () => {
    expect(behaviour).toMatchObject({
      kind: 'compared',
      verdict: 'strengthened',
      parts: [
        { name: 'careful', promised: true, verdict: 'strengthened' },
        { name: 'hasty', promised: false, verdict: 'strengthened' },
      ],
      complete: true,
      cells: 2,
    });
  });

  it('is told by a run of who promises it', () => {
    expect(`${renderBehaviour(behaviour, '').join('\n')}\n`).toMatchInlineSnapshot(`
      "By the model: strengthened: some run keeps the old promise and breaks the new one, none the other
                    way round (2 cells, 31 states).
      * strengthened in careful, (hasty); in brackets what does not promise the clause

      In evening with option careful this run keeps the old promise and breaks the new one; the old
      promise is kept however it goes on (2 steps, 0 context switches):

        reader
        lamp.lit == true
        * looks(lamp, true)
        ^^^^^^^^^^^^^^^^^^^

        Violated:  a run that breaks lamp/blind breaks lamp/dark, in this
                   state
        Clause:    lamp.dark
        Because:   after the change it is broken == true, before the change it
                   is broken == false
        At:        src/index.ts:9
      "
    `);
  });

  it('is a weaker one the other way round', () => {
    expect(behaviourOf('lamp/blind', 'lamp/dark')).toMatchObject({
      verdict: 'weakened',
      runs: [{ shows: 'weakened', option: 'careful', story: { until: 'decided' } }],
    });
  });
});

it('a promise is the same as itself, and it is said whether some run breaks it', () => {
  expect(behaviourOf('lamp/dark', 'lamp/dark')).toMatchObject({
    verdict: 'same',
    parts: [
      { name: 'careful', told: false },
      { name: 'hasty', told: true },
    ],
    runs: [],
  });
});

it('a promise and a permission are not compared', () => {
  const behaviour = behaviourOf('lamp/dark', 'lamp/seen');
  expect(behaviour).toEqual({
    kind: 'not-compared',
    clause: 'lamp.dark',
    reason: 'one is a promise and the other a permission',
  });
  expect(renderBehaviour(behaviour, '')).toEqual([
    'By the model: cannot tell: one is a promise and the other a permission',
  ]);
});

it('nothing is the same where a cell could not be compared', () => {
  const [one, other] = planned('lamp/dark', 'lamp/dark');
  const question = { clause: 'lamp.dark', before: ['lamp/dark'], after: ['lamp/dark'] };
  const evidence = [
    { cell: one!, result: compareCell(program, one!) },
    { cell: other!, result: { kind: 'incomparable', reason: 'they do not fit' } as const },
  ];
  const judged = judgeBehaviour(
    { ...question, permission: false, promisedBy: [], also: [], gaps: [] },
    evidence,
    new Map(),
  );
  expect(judged).toMatchObject({ verdict: 'unknown', complete: false, gaps: ['they do not fit'] });
});

it('where a bound is hit nothing is the same', () => {
  const [cell] = planned('lamp/dark', 'lamp/dark');
  expect(compareCell(program, { ...cell!, bounds: { ...bounds, maxStates: 2 } })).toMatchObject({
    complete: false,
    only: { before: 'unknown', after: 'unknown' },
  });
});

it('a key holds both promises, and which of them is the earlier', () => {
  const [one] = planned('lamp/dark', 'lamp/blind');
  const [other] = planned('lamp/blind', 'lamp/dark');
  expect(comparedKey('f', one!)).not.toBe(comparedKey('f', { ...other!, properties: one!.properties }));
});

describe('a plan', () => {
  const exploring = { memoryModel: 'sc', bounds } as const;
  const model = {
    ...description,
    scenarios: [
      { ...description.scenarios[0]!, memory: ['sc', 'tso'] as const },
      { ...description.scenarios[0]!, id: 'night' },
    ],
  };
  const ids = (before: readonly SideLink[], after: readonly SideLink[]) =>
    planComparison(model, { before, after }, exploring, { options: ['hasty'] }).map(
      (cell) => `${cell.id}: ${cell.before.join()} | ${cell.after.join()}`,
    );

  it('has the cells in which both may be asked', () => {
    expect(ids([link('lamp/dark')], [link('lamp/blind', { scenarios: ['night'] })])).toEqual([
      'hasty/night: lamp/dark | lamp/blind',
    ]);
  });

  it('asks nothing of a side under a memory model that it does not name', () => {
    expect(ids([link('lamp/dark'), link('lamp/dark', { memoryModel: 'tso' })], [link('lamp/dark')])).toEqual([
      'hasty/evening: lamp/dark | lamp/dark',
      'hasty/evening@tso: lamp/dark | ',
      'hasty/night: lamp/dark | lamp/dark',
    ]);
  });
});

it('a property that is asked under one more memory model is not compared there', () => {
  const sc = link('a');
  const tso = link('a', { memoryModel: 'tso' });
  const other = link('b', { memoryModel: 'tso' });
  expect(withoutMore([sc], [sc, tso])).toEqual({ compared: [sc], also: [tso] });
  expect(withoutMore([sc], [sc, other])).toEqual({ compared: [sc, other], also: [] });
  expect(withoutMore([sc], [tso])).toEqual({ compared: [tso], also: [] });
  expect(withoutMore([sc, tso], [sc])).toEqual({ compared: [sc], also: [] });
});

it.each([
  ['nothing was compared', { kind: 'not-compared', clause: 'a', reason: 'gone' }, true],
  ['more is asked', { kind: 'asked-more', clause: 'a', also: ['a @tso'] }, false],
] as const)('when %s, a loss is %#', (_, behaviour, doubt) => {
  expect(isDoubt(behaviour)).toBe(doubt);
});

it('what was not followed to its end is a doubt, unless a loss was found', () => {
  const compared: ComparedBehaviour = {
    kind: 'compared',
    clause: 'a',
    before: ['a'],
    after: ['b'],
    permission: false,
    verdict: 'strengthened',
    parts: [],
    complete: true,
    also: [],
    cells: 1,
    states: 2,
    gaps: [],
    runs: [],
  };
  const isDoubtful = (change: Partial<ComparedBehaviour>) => isDoubt({ ...compared, ...change });
  expect(isDoubtful({})).toBe(false);
  expect(isDoubtful({ complete: false })).toBe(true);
  expect(isDoubtful({ verdict: 'unknown' })).toBe(true);
  expect(isDoubtful({ gaps: ['gone'] })).toBe(true);
  expect(isDoubtful({ complete: false, verdict: 'weakened' })).toBe(false);
});
