import { describeModel, loadModel, readItf } from '@quiesce/checker';
import { describe, expect, test } from 'vitest';
import { type Cell, exploreCell, planCells, readOrigin, tellStory } from '../../src/index.js';

/** Two people and one lamp: what an option does wrong is in its name. */
const text = `import { assert, atEnd, choose, lock, type Lock, newLock, observation, on, shared, violated, applies, when, witnessed } from '@quiesce/checker/language';
interface Lamp { readonly name: string; readonly a: Lock; readonly b: Lock; on: boolean; done: boolean }
const names = ['Ann', 'Bob'];
const shines = observation<[lamp: Lamp]>('shines');
const fine = { press(lamp) { lamp.on = true; lamp.done = true; } };
const failing = { press(lamp) { assert(!lamp.on, 'the lamp is on'); lamp.on = true; lamp.done = true; } };
const hanging = { press(lamp) { lamp.on = true; when(!lamp.on); lamp.done = true; } };
const tripping = { press(lamp) { if (choose(true, false)) lamp.done = true; lamp.on = true; when(!lamp.on); } };
const broken = { press(lamp) { lamp.on = new Date(); } };
function press(lamp, option) { option.press(lamp); if (lamp.on) shines(lamp); }
export const model = {
  options: { fine, failing, hanging, tripping, broken },
  scenarios: [{ id: 'night', title: 'night', sizes: { people: 2 }, build(option, { people }) {
    const lamp = shared<Lamp>({ name: 'lamp', a: newLock(), b: newLock(), on: false, done: false });
    return { lamp, processes: Array.from({ length: people }, (_, i) => ({ name: names[i]!, body: () => press(lamp, option) })) };
  } }],
  properties: [
    { id: 'lamp/dark', clause: 'lamp.dark', kind: 'always', monitor: () => [on(shines, () => { applies(); violated(); })] },
    { id: 'lamp/done', clause: 'lamp.done', kind: 'always', monitor: ({ lamp }) => [atEnd(() => { if (!lamp.done) violated(); })] },
  ],
  mutants: [],
};
`;

const loaded = loadModel('lamp.ts', { read: (path) => (path === 'lamp.ts' ? text : undefined) });
if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
const { program } = loaded;
const described = describeModel(program);
if (!described.ok) throw new Error(described.diagnostics.map(({ message }) => message).join('\n'));
const bounds = { maxStates: 1000, maxMegabytes: 64 };
const cells = planCells(described.model, { memoryModel: 'sc', bounds });

function cellOf(option: string): Cell {
  const cell = cells.find(({ id }) => id === `${option}/night`);
  if (cell === undefined) throw new Error(`no cell of ${option}`);
  return cell;
}
const lineOf = (words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1;

describe('exploreCell', () => {
  test('tells what was said, and which lines have run', () => {
    const result = exploreCell(program, cellOf('fine'));
    expect(result).toMatchObject({
      kind: 'explored',
      complete: true,
      stoppedBy: null,
      deadlocks: 0,
      signals: { 'lamp/dark': ['violated', 'applies'] },
      failures: [],
    });
    if (result.kind !== 'explored') throw new Error('not explored');
    expect(result.lines).toContainEqual({
      file: 'lamp.ts',
      line: lineOf('const fine'),
      functions: ['press'],
      taken: true,
    });
  });

  test('names a failure by its place', () => {
    expect(exploreCell(program, cellOf('failing'))).toMatchObject({
      failures: [
        expect.objectContaining({
          message: expect.stringContaining('the lamp is on'),
          place: expect.objectContaining({ file: 'lamp.ts', line: lineOf('const failing') }),
        }),
        expect.anything(),
      ],
    });
  });

  test.each(['fine', 'failing', 'hanging', 'tripping'])(
    'finds the same where it is reduced: %s',
    (option) => {
      const whole = exploreCell(program, cellOf(option));
      const reduced = exploreCell(program, { ...cellOf(option), reduction: 'chains' });
      if (whole.kind !== 'explored' || reduced.kind !== 'explored') throw new Error('not explored');
      expect([whole.reduced, reduced.reduced]).toEqual([false, true]);
      expect(reduced.states).toBeLessThan(whole.states);
      const { states, transitions, depth } = whole;
      expect({ ...reduced, states, transitions, depth, reduced: false }).toEqual(whole);
    },
  );

  test('stops at a bound, and says which', () => {
    expect(exploreCell(program, cellOf('fine'), { maxStates: 3 })).toMatchObject({
      complete: false,
      stoppedBy: 'states',
    });
  });

  test('gives the findings of a model that does not compile', () => {
    expect(exploreCell(program, cellOf('broken'))).toMatchObject({
      kind: 'broken',
      diagnostics: [expect.objectContaining({ place: expect.objectContaining({ file: 'lamp.ts' }) })],
    });
  });
});

describe('tellStory', () => {
  test('gives the run as a table and as a trace that names its cell', () => {
    const target = { kind: 'signal', property: 'lamp/dark', signal: 'violated' } as const;
    const story = tellStory(program, cellOf('fine'), target, 1000);
    if (story.kind !== 'story') throw new Error(story.kind);
    expect(story).toMatchObject({ switches: 0, fewest: true });
    expect(story.table).toContain('* shines(lamp)');
    const read = readItf(story.trace, 'trace.json');
    if (!read.ok) throw new Error('not a trace');
    expect(readOrigin(read.trace.origin)).toEqual({
      model: 'lamp.ts',
      subject: { kind: 'option', option: 'fine', scenario: 'night' },
      sizes: { people: 2 },
      properties: ['lamp/dark'],
      memoryModel: 'sc',
    });
  });

  test('finds no deadlock where a property speaks of each', () => {
    const cell = cellOf('hanging');
    expect(exploreCell(program, cell)).toMatchObject({ deadlocks: 1 });
    expect(tellStory(program, cell, { kind: 'deadlock' }, 1000)).toEqual({
      kind: 'no-story',
      complete: true,
    });
  });

  test('finds the deadlock of which nothing speaks behind one of which a property does', () => {
    const cell = cellOf('tripping');
    expect(exploreCell(program, cell)).toMatchObject({
      deadlocks: 2,
      signals: { 'lamp/done': ['violated'] },
    });
    const story = tellStory(program, cell, { kind: 'deadlock' }, 1000);
    if (story.kind !== 'story') throw new Error(story.kind);
    expect(story.table).toContain('lamp.done = true');
    const read = readItf(story.trace, 'trace.json');
    if (!read.ok) throw new Error('not a trace');
    expect(readOrigin(read.trace.origin)).toMatchObject({ properties: ['lamp/done'] });
  });

  test('finds a deadlock where no property asks about the end', () => {
    const cell = { ...cellOf('hanging'), properties: ['lamp/dark'] };
    expect(tellStory(program, cell, { kind: 'deadlock' }, 1000)).toMatchObject({ kind: 'story' });
  });

  test('says when there is none, and when it does not know', () => {
    const { kind } = { kind: 'deadlock' } as const;
    expect(tellStory(program, cellOf('fine'), { kind }, 1000)).toEqual({ kind: 'no-story', complete: true });
    expect(tellStory(program, cellOf('fine'), { kind }, 2)).toEqual({ kind: 'no-story', complete: false });
  });
});
