/** What stands beside the accesses: handlers, ends, loops of stores, the names that people read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnTable,
  compileScenario,
  explore,
  findStory,
  isEnough,
  loadModel,
  replay,
  type System,
  underMemoryModel,
} from '../../src/index.js';
import { totalStoreOrder } from '../../src/memory/total-store-order.js';
import { exploreByInterpreter } from '../search/interpreted.js';
import { litmus, underTso } from './outcomes.js';

/** A writer stores 1 and tells; a reader looks, and asks. */
const watched = `import { type Int, observation, on, shared, smp_mb, violated, witnessed } from '@quiesce/checker/language';
interface Word { readonly name: string; value: Int<0, 1> }
interface Seen { told: boolean }
const told = observation<[]>('told');
const asked = observation<[]>('asked');
const build = (fence: () => void) => {
  const word = shared<Word>({ name: 'word', value: 0 });
  return { word, processes: [
    { name: 'writer', body: () => { word.value = 1; fence(); told(); } },
    { name: 'reader', body: () => { if (word.value === 0) asked(); } },
  ] };
};
const start = { id: 'start', title: 'one word', sizes: {}, build };
const ownView = { id: 'word/ownView', clause: 'word.own', kind: 'always', monitor: ({ word }) => [
  on(told, () => { if (word.value !== 1) violated(); }),
] };
const late = { id: 'word/late', clause: 'word.late', kind: 'sometimes', monitor: ({ word }) => {
  const seen = shared<Seen>({ told: false });
  return [
    on(told, () => { seen.told = true; }),
    on(asked, () => { if (seen.told && word.value === 0) witnessed(); }),
  ];
} };
export const model = {
  options: { free: () => {}, fenced: () => smp_mb() },
  scenarios: [start],
  properties: [ownView, late],
  mutants: [],
};
`;

function watchedSystem(option: 'free' | 'fenced'): System {
  const loaded = loadModel('model.ts', { read: (path) => (path === 'model.ts' ? watched : undefined) });
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
  const subject = { kind: 'option', option, scenario: 'start' } as const;
  const compiled = compileScenario(loaded.program, subject, {}, ['word/ownView', 'word/late']);
  if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
  return compiled.system;
}

describe('a handler sees what the process sees in whose step it runs', () => {
  const signals = (system: System) => explore(system, { engine: 'javascript' }).signals;

  test('the own store that is late for others', () => {
    const [own, late] = signals(underTso(watchedSystem('free')));
    expect([own?.violated, late?.witnessed]).toEqual([false, true]);
  });

  test.each([
    ['under sequential consistency', watchedSystem('free')],
    ['behind a fence', underTso(watchedSystem('fenced'))],
  ])('and %s nothing is late', (_, system) => {
    const [own, late] = signals(system);
    expect([own?.violated, late?.witnessed]).toEqual([false, false]);
  });
});

describe('a system with buffers', () => {
  const sb = litmus('m.x = 1;\nr.a = m.y;', 'm.y = 1;\nr.a = m.x;');

  test('ends when its processes have ended and their buffers are empty', () => {
    const { ends, deadlocks } = explore(underTso(sb), { engine: 'wasm' });
    expect({ ends, deadlocks }).toEqual({ ends: 4, deadlocks: 0 });
  });

  test('is stuck where its processes are', () => {
    const system = underTso(litmus('m.x = 1;\nwhen(m.x === 2);', 'r.a = m.x;'));
    const { ends, deadlocks } = explore(system, { engine: 'wasm' });
    expect(ends).toBe(0);
    expect(deadlocks).toBeGreaterThan(0);
  });

  test.each(['wasm', 'javascript'] as const)('is the same to %s and to the interpreter', (engine) => {
    const operation = fc.constantFrom(
      'm.x = 1;',
      'm.y = 2;',
      'r.a = m.y;',
      'r.b = m.x;',
      'smp_mb();',
      'lock(l);\nm.z = 1;\nunlock(l);',
      'if (m.x === 1) m.y = 1;',
      'atomic(() => { if (m.z === 0) m.z = 2; });',
      'when(m.x !== 2);',
    );
    const thread = fc.array(operation, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(thread, thread, (one, other) => {
        const system = underTso(litmus(one, other));
        const { states, transitions, ends, deadlocks, edgesTaken } = exploreByInterpreter(system);
        expect(explore(system, { engine })).toMatchObject({
          states,
          transitions,
          ends,
          deadlocks,
          edgesTaken,
        });
      }),
      { numRuns: 25 },
    );
  });

  test('has no buffer for who stores nothing that others touch', () => {
    const { system, longest } = totalStoreOrder(litmus('m.x = 1;\nm.y = m.x;\nr.a = 2;', 'r.a = m.z;'));
    expect(system.buffers).toEqual([]);
    expect(longest).toBe(0);
  });

  test('has room for the longest run of stores between two fences', () => {
    const reader = 'r.a = m.x;\nr.b = m.y;';
    const { longest, filling } = totalStoreOrder(
      litmus('m.x = 1;\nm.y = 1;\nm.x = 2;\nsmp_mb();\nm.y = 2;', reader),
    );
    expect({ longest, filling }).toEqual({ longest: 3, filling: [] });
  });

  test('has names that tell what the buffer holds', () => {
    const { cells, processes } = underTso(litmus('m.x = 1;\nm.y = 2;', 'r.a = m.x;\nr.b = m.y;'));
    expect(cells.at(-1)).toMatchObject({
      name: "T0's buffer",
      domain: expect.arrayContaining(['empty', 'm.x = 1; m.y = 2']),
    });
    expect(processes.map(({ name }) => name)).toEqual(['T0', 'T1', "T0's buffer"]);
  });
});

describe('a loop that stores without a fence', () => {
  const endless = litmus('while (true) m.x = 1;', 'r.a = m.x;');
  const waiting = litmus('while (r.a === 0) { m.x = 1; r.a = m.y; }\nm.x = 2;', 'm.y = 1;\nr.a = m.x;');

  test.each([
    ['that goes on for ever', endless],
    ['that waits for another process', waiting],
  ])('%s fills every buffer, and this is told', (_, system) => {
    const buffered = totalStoreOrder(system, { mostStores: 3 });
    expect(buffered.longest).toBe(3);
    expect(isEnough(buffered, explore(buffered.system, { engine: 'javascript' }).edgesTaken)).toBe(false);
  });

  test('gets less room where it can store too many different things', () => {
    const system = litmus(
      'while (true) { m.x = 1; if (m.y === 1) m.z = 1; else m.z = 2; }',
      'm.y = 1;\nr.a = m.x;\nr.b = m.z;',
    );
    const buffered = totalStoreOrder(system);
    expect(buffered.longest).toBeGreaterThan(3);
    expect(buffered.longest).toBeLessThan(64);
    expect(isEnough(buffered, explore(buffered.system, { engine: 'javascript' }).edgesTaken)).toBe(false);
  });

  test('is bounded by what it reads of its own stores', () => {
    const system = litmus('while (m.x === 0) m.x = 1;', 'm.x = 0;\nr.a = m.x;');
    expect(totalStoreOrder(system)).toMatchObject({ longest: 1, filling: [] });
  });
});

test('a story shows a store twice in the column of its process: made, and in memory', () => {
  const { system } = underMemoryModel(watchedSystem('free'), 'tso');
  const found = findStory(system, { kind: 'signal', property: 1, signal: 'witnessed' });
  if (found.kind !== 'found') throw new Error('there is such a run');
  const table = columnTable(replay(system, found.story));
  expect(table).toContain('word.value = 1 (buffered)');
  expect(table).not.toContain('buffer ==');
  const later = findStory(system, { kind: 'deadlock' });
  expect(later.kind).toBe('none');
});

test('a story without properties shows what reaches memory', () => {
  const system = underTso(litmus('m.x = 1;', 'when(m.x === 1);\nwhen(m.y === 1);'));
  const found = findStory(system, { kind: 'deadlock' });
  if (found.kind !== 'found') throw new Error('the second process waits for ever');
  expect(columnTable(replay(system, found.story))).toBe(
    [
      '  T0                        T1',
      '  thread0() {',
      '    m.x = 1 (buffered)',
      '  }',
      '  m.x = 1 reaches memory',
      '                            thread1() {',
      '                              when m.x == 1',
      '',
      '  Deadlock:  no process can take a step',
      '  Waits:     T1 in thread1(): when() (model.ts:9)',
      '',
    ].join('\n'),
  );
});
