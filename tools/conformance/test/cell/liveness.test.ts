/** From a model that says what must happen to the result of its cells, and to the run that shows the violation. */
import { describeModel, loadModel, readItf } from '@quiesce/checker';
import { describe, expect, test } from 'vitest';
import { exploreCell, planCells, tellStory } from '../../src/index.js';

const text = `import { applies, eventually, leadsTo, lock, type Lock, newLock, shared, unlock, when } from '@quiesce/checker/language';
interface Lamp { readonly name: string; readonly lock: Lock; on: boolean; wanted: boolean }
function greedy(lamp: Lamp): void {
  while (true) {
    lock(lamp.lock);
    unlock(lamp.lock);
  }
}
function switchOn(lamp: Lamp): void {
  lamp.wanted = true;
  lock(lamp.lock);
  lamp.on = true;
  unlock(lamp.lock);
}
function getStuck(lamp: Lamp): void {
  lamp.wanted = true;
  when(lamp.on);
}
function build(option, others) {
  const lamp = shared<Lamp>({ name: 'lamp', lock: newLock(), on: false, wanted: false });
  return { lamp, processes: [{ name: 'S', body: () => option.run(lamp) }, ...others.map((run) => ({ name: 'G', body: () => run(lamp) }))] };
}
const property = (id, fairness, more) => ({
  id, clause: 'lamp.shines', kind: 'liveness', fairness, ...more,
  monitor: ({ lamp }) => [leadsTo(() => lamp.wanted, () => lamp.on)],
});
export const model = {
  options: { eager: { run: switchOn }, lazy: { run: (lamp) => when(lamp.on) }, stuck: { run: getStuck } },
  scenarios: [
    { id: 'alone', title: 'alone', sizes: {}, build: (option) => build(option, []) },
    { id: 'crowded', title: 'crowded', sizes: {}, build: (option) => build(option, [greedy]) },
  ],
  properties: [
    property('lamp/weak', 'weak', {}),
    property('lamp/strong', 'strong', {}),
    property('lamp/alone', 'none', { scenarios: ['alone'] }),
  ],
  mutants: [{
    id: 'M1', title: 'forgets', source: 'here', of: 'eager', caughtBy: 'lamp/alone',
    option: { run: (lamp) => { lamp.wanted = true; } },
    scenario: { id: 'crowded', title: 'crowded', sizes: {}, build: (option) => build(option, [greedy]) },
  }],
};
`;

const loaded = loadModel('lamp.ts', { read: (path) => (path === 'lamp.ts' ? text : undefined) });
if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
const { program } = loaded;
const described = describeModel(program);
if (!described.ok) throw new Error(described.diagnostics.map(({ message }) => message).join('\n'));
const bounds = { maxStates: 10_000, maxMegabytes: 64 };
const cells = planCells(described.model, { memoryModel: 'sc', bounds });
const cellOf = (id: string) => cells.find((cell) => cell.id === id)!;
const resultOf = (id: string) => {
  const result = exploreCell(program, cellOf(id));
  if (result.kind !== 'explored')
    throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result;
};

describe('planCells', () => {
  test('a property is asked in the scenarios that it names, and where it must catch a bug', () => {
    expect(cellOf('eager/alone').properties).toEqual(['lamp/weak', 'lamp/strong', 'lamp/alone']);
    expect(cellOf('eager/crowded').properties).toEqual(['lamp/weak', 'lamp/strong']);
    expect(cellOf('M1').properties).toEqual(['lamp/weak', 'lamp/strong', 'lamp/alone']);
  });
});

describe('exploreCell', () => {
  test('what happens in every run is not violated', () => {
    const { signals, wouldHoldUnder, complete } = resultOf('eager/alone');
    expect(signals).toEqual({
      'lamp/weak': ['applies'],
      'lamp/strong': ['applies'],
      'lamp/alone': ['applies'],
    });
    expect(wouldHoldUnder).toEqual({});
    expect(complete).toBe(true);
  });

  test('a run without end violates it, and the fairness that would help is told', () => {
    const { signals, wouldHoldUnder } = resultOf('eager/crowded');
    expect(signals).toEqual({ 'lamp/weak': ['violated', 'applies'], 'lamp/strong': ['applies'] });
    expect(wouldHoldUnder).toEqual({ 'lamp/weak': 'strong' });
  });

  test('a goal that is never set is not violated, and does not apply', () => {
    expect(resultOf('lazy/crowded').signals).toEqual({});
  });

  test('a seeded bug is seen by it', () => {
    expect(resultOf('M1').signals['lamp/alone']).toContain('violated');
    expect(resultOf('M1').wouldHoldUnder['lamp/alone']).toBe(null);
  });

  test('a deadlock in which a goal is set is found with the states, and spoken of', () => {
    const result = resultOf('stuck/alone');
    expect(result.signals['lamp/strong']).toEqual(['violated', 'applies']);
    expect(result.wouldHoldUnder['lamp/strong']).toBe(null);
    expect(result.deadlocks).toBe(1);
    const silent = tellStory(program, cellOf('stuck/alone'), { kind: 'deadlock' }, 1000);
    expect(silent).toEqual({ kind: 'no-story', complete: true });
  });

  test('a search that hits a bound does not say that it holds', () => {
    const result = exploreCell(program, cellOf('eager/crowded'), { maxStates: 3 });
    expect(result).toMatchObject({ complete: false, stoppedBy: 'states', wouldHoldUnder: {} });
  });
});

describe('tellStory', () => {
  test('a run without end is told with its cycle', () => {
    const target = { kind: 'signal', property: 'lamp/weak', signal: 'violated' } as const;
    const story = tellStory(program, cellOf('eager/crowded'), target, 1000);
    if (story.kind !== 'story') throw new Error(story.kind);
    expect(story.table).toContain('again and again from here');
    expect(story.table).toContain('Violated:  lamp/weak, in a run that never ends');
    const read = readItf(story.trace, 't.json');
    expect(read.ok && read.trace.target).toEqual({ kind: 'liveness', property: 'lamp/weak', loop: 1 });
  });
});
