import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type System, signalKinds } from '../../src/ir/system.js';
import { findStory, type Target } from '../../src/search/story.js';
import { columnTable } from '../../src/trace/column-table.js';
import { narrate } from '../../src/trace/narration.js';
import { type Run, replay } from '../../src/trace/replay.js';
import { detachRace } from './detach-race.js';
import { randomRace } from './random-race.js';
import {
  type Draft,
  end,
  fail,
  go,
  local,
  lock,
  note,
  observe,
  on,
  property,
  read,
  seen,
  systemOf,
  unlock,
  write,
} from './small-systems.js';

const violated: Target = { kind: 'signal', property: 0, signal: 'violated' };

function runTo(system: System, target: Target): Run {
  const result = findStory(system, target);
  if (result.kind === 'none') throw new Error('there is no story to show');
  return replay(system, result.story);
}

/** Takes two locks, the first one first, and gives both back. */
const locks = (first: number, second: number, functions: string): readonly Draft[] => [
  [lock(first), functions, on(first, { 0: go(1, [first, 1]) })],
  [lock(second), `${functions} utrace_barrier`, on(second, { 0: go(2, [second, 1]) })],
  [unlock(second), `${functions} utrace_barrier`, go(3, [second, 0])],
  [unlock(first), functions, go(4, [first, 0])],
  end,
];

const deadlock = systemOf(
  'deadlock',
  [
    ['T0.lock', 'false true'],
    ['E0.lock', 'false true'],
  ],
  { tracer: locks(0, 1, 'tracer utrace_control'), reaper: locks(1, 0, 'reaper utrace_release_task') },
);

const failure = systemOf('failure', [['E0.ops', 'user none']], {
  T0: [[read(0), 'target report', on(0, { 0: go(1), 1: fail('access to the field report of null') })], end],
  tracer: [[write(0), 'detacher', go(1, [0, 1])], end],
});

/** As many processes as names, each takes one step; the last one violates. */
const crowd = (names: readonly string[], observation: string, inner = ' deliver'): System =>
  systemOf(
    'crowd',
    [
      [
        '?seen',
        names
          .concat('all')
          .map((_, index) => String(index))
          .join(' '),
      ],
    ],
    Object.fromEntries(
      names.map((name, index) => [
        name,
        [
          [
            observe('seen'),
            `${name.toLowerCase()}_main${inner}`,
            seen(
              go(1),
              observation,
              on(0, {
                [index]: note(
                  [[0, index + 1]],
                  ...(index === names.length - 1 ? [[0, 'violated'] as const] : []),
                ),
              }),
            ),
          ],
          end,
        ] satisfies readonly Draft[],
      ]),
    ),
    { properties: [property('crowd/nobodyIsLast', 'crowd.nobody-is-last')] },
  );

const atStart = systemOf(
  'at-start',
  [['E0.ops', 'user none']],
  { T0: [[local, 'target', go(1)], end] },
  {
    properties: [property('detach/attachedFirst', 'detach.attached-first')],
    invariants: [{ property: 0, node: on(0, { 0: note([], [0, 'violated']) }) }],
  },
);

const stuck = systemOf(
  'stuck',
  [['E0.inFlight', '1 0']],
  {
    T0: [[local, 'target', go(1)], [{ kind: 'when' }, 'target awaitCallbacks', on(0, { 1: go(2) })], end],
  },
  {
    properties: [property('wait/ends', 'wait.ends')],
    atEnd: [{ property: 0, node: on(0, { 0: note([], [0, 'violated']) }) }],
  },
);

const declined = systemOf(
  'declined',
  [['E0.ops', 'user none']],
  { T0: [[local, 'target', go(1)], end] },
  {
    properties: [property('declined/answer', 'declined.answer', 'sometimes')],
    atEnd: [{ property: 0, node: on(0, { 0: note([], [0, 'declined']) }) }],
  },
);

test.each<[name: string, run: Run]>([
  ['detach-race', runTo(detachRace, violated)],
  ['detach-in-progress', runTo(detachRace, { kind: 'signal', property: 2, signal: 'witnessed' })],
  ['deadlock', runTo(deadlock, { kind: 'deadlock' })],
  ['failure', runTo(failure, { kind: 'failure', process: 0, edge: 1 })],
  [
    'three-broken',
    runTo(crowd(['T0', 'the_module_that_unloads', 'T1'], 'starts(E0, syscall)', ''), violated),
  ],
  [
    'three-listed',
    runTo(crowd(['T0', 'controller', 'T1'], 'callback-finishes(E0, syscall-entry, UTRACE_DETACH)'), violated),
  ],
  ['four-narrow', runTo(crowd(['T0', 'T1', 'T2', 'T3'], 'seen(E0)', ''), violated)],
  [
    'five-listed',
    runTo(
      crowd(['T0', 'T1', 'D0', 'D1', 'the_module_that_unloads'], 'callback-starts(E0, syscall)'),
      violated,
    ),
  ],
  ['escaped', runTo(crowd(['T\u00e9', 'D\u{1f980}'], 'seen(E\u0000)'), violated)],
  ['at-start', runTo(atStart, violated)],
  ['stuck', runTo(stuck, violated)],
  ['declined', runTo(declined, { kind: 'signal', property: 0, signal: 'declined' })],
])('Table of %s', async (name, run) => {
  await expect(columnTable(run)).toMatchFileSnapshot(`column-table/${name}.txt`);
});

const longName = fc.string({
  unit: fc.constantFrom('a', 'b', '_', '-', 'report', 'utrace', 'x', ' ', '.'),
  minLength: 1,
  maxLength: 12,
});

/** The same system with other names of cells, processes and functions. */
function renamed(system: System, names: readonly string[]): System {
  const pick = (index: number): string => `${names[index % names.length]!.trim()}${index}`;
  return {
    ...system,
    cells: system.cells.map((cell, index) => ({ ...cell, name: pick(index) })),
    processes: system.processes.map((process, index) => ({
      ...process,
      name: pick(index + 7),
      points: process.points.map((point) => ({
        ...point,
        functions: point.functions.map((_, depth) => pick(depth + 13)),
      })),
    })),
  };
}

/** Some run of the system. */
function anyRun(system: System): Run | null {
  const signals = signalKinds.flatMap((signal) =>
    [0, 1].map((of): Target => ({ kind: 'signal', property: of, signal })),
  );
  const targets: readonly Target[] = [...signals, { kind: 'deadlock' }];
  for (const target of targets) {
    const result = findStory(system, target);
    if (result.kind === 'found') return replay(system, result.story);
  }
  return null;
}

const squeezed = (text: string): string => text.replaceAll(/[\s^]/g, '');

test('A table is ASCII of at most 72 columns without trailing blanks, and loses nothing', () => {
  let shown = 0;
  fc.assert(
    fc.property(randomRace, fc.array(longName, { minLength: 5, maxLength: 9 }), (plain, names) => {
      const system = renamed(plain, names);
      const run = anyRun(system);
      if (run === null) return;
      shown++;
      const table = columnTable(run);
      expect(columnTable(run)).toBe(table);
      const lines = table.split('\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) expect(line).toMatch(/^(| {2}[ -~]{0,69}[!-~])$/);
      const told = narrate(run);
      if (told.length === 0) return;
      const body = lines.slice(0, lines.indexOf('')).join('');
      expect(squeezed(body)).toContain(squeezed(told.at(-1)!.text));
      for (const { text } of told) expect(squeezed(body)).toContain(squeezed(text));
    }),
    { numRuns: 200 },
  );
  expect(shown).toBeGreaterThan(100);
});
