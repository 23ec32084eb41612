import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type System, signalKinds } from '../../src/ir/system.js';
import { findStory, type Target } from '../../src/search/story.js';
import { itfText } from '../../src/trace/itf.js';
import { readItf } from '../../src/trace/read-itf.js';
import { replay } from '../../src/trace/replay.js';
import { type ReplayedTrace, replayTrace } from '../../src/trace/replay-trace.js';
import { traceOf } from '../../src/trace/trace.js';
import { detachRace, raceWith } from './detach-race.js';
import { randomRace } from './random-race.js';
import { end, fail, go, local, lock, on, read, systemOf, write } from './small-systems.js';

const violated: Target = { kind: 'signal', property: 0, signal: 'violated' };

/** Writes the story of one system to a file and follows it in another. */
function carried(from: System, target: Target, to: System): ReplayedTrace {
  const result = findStory(from, target);
  if (result.kind === 'none') throw new Error('there is no story');
  const read = readItf(itfText(traceOf(replay(from, result.story), {})), 'race.itf.json');
  if (!read.ok) throw new Error('the file is broken');
  return replayTrace(to, read.trace, read.places);
}

function problems(result: ReplayedTrace): readonly string[] {
  return result.diagnostics.map(({ code, place, message }) => `${code} ${place.line}: ${message}`);
}

test('Where nothing was edited, the run is the one that was recorded', () => {
  let told = 0;
  fc.assert(
    fc.property(randomRace, (system) => {
      const targets: readonly Target[] = [
        { kind: 'deadlock' },
        ...signalKinds.map((signal): Target => ({ kind: 'signal', property: 0, signal })),
        ...system.processes.map((_, process): Target => ({ kind: 'failure', process, edge: 1 })),
      ];
      for (const target of targets) {
        const result = findStory(system, target);
        if (result.kind === 'none') continue;
        told++;
        expect(carried(system, target, system)).toEqual({
          ok: true,
          run: replay(system, result.story),
          diagnostics: [],
        });
      }
    }),
    { numRuns: 150 },
  );
  expect(told).toBeGreaterThan(100);
});

test('An edit that leaves the steps alone does not break a trace, though all numbers change', () => {
  const edited = raceWith({ extraStep: true, extraProcess: true });
  const result = carried(detachRace, violated, edited);
  expect(problems(result)).toEqual([]);
  expect(result.ok && result.run.moves.map(({ process }) => process)).toEqual([1, 2, 2, 2, 2, 1, 1, 1]);
});

test('Cells that are gone or new are named, and the rest is compared', () => {
  const result = carried(detachRace, violated, raceWith({ renamedMonitor: true }));
  expect(result.ok).toBe(true);
  expect(problems(result)).toEqual([
    expect.stringMatching(/^trace\/other-cells \d+: The model no longer has E0.quiet; /),
    expect.stringMatching(/^trace\/other-cells \d+: The trace does not have E0.silent; /),
  ]);
});

test('Steps that look the same are followed at once until one fits', () => {
  const from = systemOf('s', [], {
    P: [
      [local, 'f', go(1)],
      [local, 'f', { kind: 'blocked' }],
    ],
  });
  const to = systemOf('s', [], {
    P: [[local, 'f', { kind: 'choose', nodes: [go(1), go(2)] }], end, [local, 'f', { kind: 'blocked' }]],
  });
  const result = carried(from, { kind: 'deadlock' }, to);
  expect(result.ok && result.run.states.at(-1)).toEqual({ cells: [], points: [2] });
});

test.each<[title: string, to: System, problem: RegExp]>([
  [
    'a process is gone',
    raceWith({ tracerName: 'debugger' }),
    /^trace\/unknown-process \d+: Unexpected process tracer, expected one of T0, debugger$/,
  ],
  [
    'the start is another',
    raceWith({ startDetached: true }),
    /^trace\/other-start \d+: Unexpected start with E0.ops == detached, expected E0.ops == user$/,
  ],
  [
    'a step is gone',
    raceWith({ withoutBarrier: true }),
    /^trace\/no-such-step \d+: Step 3: Unexpected T0.reporting == null of tracer, expected tracer smp_mb\(\) \(tracer.ts:2\)$/,
  ],
  [
    'a step writes something else',
    raceWith({ answersAtMark: true }),
    /^trace\/no-such-step \d+: Step 2: Unexpected E0.quiet == true after tracer E0.ops = detached \(tracer.ts:1\), expected E0.quiet == false$/,
  ],
  [
    'the property is gone',
    raceWith({ propertyId: 'detach/other' }),
    /^trace\/unknown-property \d+: Unexpected property detach\/noCallbackAfterZero, expected one of detach\/other, /,
  ],
  [
    'the property holds now',
    raceWith({ forgiving: true }),
    /^trace\/target-not-reached \d+: Unexpected end of the steps, expected detach\/noCallbackAfterZero to be violated there/,
  ],
])('A trace does not fit where %s', (_, to, problem) => {
  const result = carried(detachRace, violated, to);
  expect(result.ok).toBe(false);
  expect(problems(result)).toEqual([expect.stringMatching(problem)]);
});

test.each<[title: string, points: Parameters<typeof systemOf>[2][string], problem: string]>([
  [
    'blocked',
    [[write(0), 'f', go(1, [0, 1])], [lock(0), 'f', on(0, { 0: go(2) })], end],
    'Step 2: Unexpected wait of P at lock x, expected P x == 1; BUG: no (P.ts:2)',
  ],
  [
    'ended',
    [[write(0), 'f', go(1, [0, 1])], end],
    'Step 2: Unexpected end of P, expected P x == 1; BUG: no (P.ts:2)',
  ],
  [
    'failing',
    [[write(0), 'f', fail('early')]],
    'Step 1: Unexpected BUG: early of P, expected P x = 1 (P.ts:1)',
  ],
])('A trace names a process that is %s where it should go on', (_, points, message) => {
  const cells = [['x', '0 1']] as const;
  const from = systemOf('s', cells, {
    P: [
      [write(0), 'f', go(1, [0, 1])],
      [read(0), 'f', fail('no')],
    ],
  });
  const result = carried(from, { kind: 'failure', process: 0, edge: 1 }, systemOf('s', cells, { P: points }));
  expect(result.diagnostics.map((one) => one.message)).toEqual([message]);
});
