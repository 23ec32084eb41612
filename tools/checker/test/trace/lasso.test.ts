/** A run that goes round for ever, from the search to the page, to a file and back. */
import { expect, test } from 'vitest';
import { checkLiveness } from '../../src/search/liveness/check-liveness.js';
import { columnTable } from '../../src/trace/column-table.js';
import { itfText } from '../../src/trace/itf.js';
import { readItf } from '../../src/trace/read-itf.js';
import { replay } from '../../src/trace/replay.js';
import { replayTrace } from '../../src/trace/replay-trace.js';
import { traceOf } from '../../src/trace/trace.js';
import { type Draft, go, local, lock, on, systemOf, unlock, write } from './small-systems.js';

/** One takes the lock again and again, after a first step; the other wants it once, and then says so. */
const greedy: readonly Draft[] = [
  [local, 'run', go(1)],
  [lock(0), 'run', on(0, { 0: go(2, [0, 1]) })],
  [unlock(0), 'run', go(1, [0, 0])],
];
const patient: readonly Draft[] = [
  [lock(0), 'wait', on(0, { 0: go(1, [0, 1]) })],
  [write(1), 'wait', go(2, [1, 1])],
  [unlock(0), 'wait', go(3, [0, 0])],
  [{ kind: 'end' }, '', null],
];

const system = systemOf(
  'greed',
  [
    ['L.held', 'false true'],
    ['done', 'false true'],
  ],
  { greedy, patient },
  {
    properties: [
      {
        id: 'patient/done',
        clause: 'patient.done',
        kind: 'liveness',
        fairness: 'weak',
        goals: [{ from: null, to: on(1, { 1: { kind: 'holds' } as const }) }],
        assumptions: [],
      },
    ],
  },
);

const found = checkLiveness(system, 0);
const run = found.kind === 'violated' ? replay(system, found.story) : null;
const text = run === null ? '' : itfText(traceOf(run, {}));

test('the table shows where the cycle begins', async () => {
  await expect(run === null ? '' : columnTable(run)).toMatchFileSnapshot('column-table/cycle.txt');
});

test('the file names the state to which the run comes back, and does not repeat it', () => {
  const file = JSON.parse(text);
  expect(file.loop).toBe(1);
  expect(file.states).toHaveLength(3);
  expect(file['#meta'].quiesce.moves).toHaveLength(3);
});

test('the file is read back and replayed', () => {
  const read = readItf(text, 'greed.itf.json');
  if (!read.ok || run === null) throw new Error('not read');
  expect(read.trace).toEqual(traceOf(run, {}));
  const replayed = replayTrace(system, read.trace, read.places);
  expect(replayed.ok && replayed.run).toEqual(run);
});

test.each([
  ['a number that is no state', '"loop": 7', 'Unexpected number 7, expected the number of a state'],
  ['a text', '"loop": "1"', 'Unexpected string "1", expected a number for "loop"'],
])('a cycle that begins at %s is no cycle', (_name, loop, message) => {
  const read = readItf(text.replace('"loop": 1', loop), 'greed.itf.json');
  expect(read.ok ? [] : read.diagnostics.map((one) => one.message)).toEqual([message]);
});

test('a cycle that does not come round is told', () => {
  const read = readItf(text.replace('"loop": 1', '"loop": 0'), 'greed.itf.json');
  if (!read.ok) throw new Error('not read');
  const replayed = replayTrace(system, read.trace, read.places);
  expect(replayed.ok ? [] : replayed.diagnostics.map(({ code }) => code)).toEqual([
    'trace/target-not-reached',
  ]);
});

test('a fairer scheduler would not let it happen', () => {
  const properties = system.properties.map((one) => ({ ...one, fairness: 'strong' as const }));
  expect(found.kind === 'violated' && found.holdsUnder).toBe('strong');
  expect(checkLiveness({ ...system, properties }, 0).kind).toBe('holds');
});
