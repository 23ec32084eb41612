import { describe, expect, test } from 'vitest';
import {
  type CommandResult,
  type Ending,
  type GuestRun,
  isFailure,
  judgeGuest,
  readKernelLog,
  type TestPoint,
} from '../../src/index.js';

const exit = (status: number): Ending => ({ kind: 'exit', status });
const result = (command: string, output: string, ending = exit(0)): CommandResult => ({
  command,
  output,
  ending,
});

function runOf(commands: readonly CommandResult[], more: Partial<GuestRun> = {}): GuestRun {
  return {
    plan: { commands: commands.map(({ command }) => command) },
    results: { commands, isComplete: true },
    findings: [],
    end: { kind: 'powered-off' },
    console: '',
    ...more,
  };
}

/** Name and talk of what fails. */
function failures(points: readonly TestPoint[]): readonly (readonly string[])[] {
  return points.filter(isFailure).map(({ name, talk }) => [name, ...talk]);
}

test('a run in which all is well', () => {
  const points = judgeGuest(runOf([result('a', '1..1\nok 1 x\n'), result('insmod b', '')]));
  expect(points.map(({ isOk, name }) => [isOk, name])).toEqual([
    [true, 'a'],
    [true, 'insmod b'],
    [true, 'the kernel complains of nothing'],
  ]);
});

describe('a command fails', () => {
  test.each([
    ['by its status', result('a', 'ok 1 x\n', exit(1)), 'it ended with status 1'],
    ['by a signal', result('a', '', { kind: 'signal', signal: 11 }), 'it was ended by signal 11'],
    ['by its time', result('a', '', { kind: 'timeout' }), 'it did not end in time'],
    ['with the guest', result('a', '', { kind: 'none' }), 'the guest ended before it did'],
    ['by a test, although its status is 0', result('a', '1..1\nnot ok 1 x\n'), '1 of 1 tests failed'],
    [
      'by a test that has no result',
      result('a', '1..2\nok 1 x\n'),
      'it announced 2 tests, and gave 1 results',
    ],
    ['by a silence, although its status is 0', result('/tests/a', 'hello\n'), 'hello', 'it gave no results'],
    [
      'by a test before it skips the rest',
      result('a', '1..2\nnot ok 1 x\nok 2 # SKIP no\n', exit(4)),
      'it ended with status 4',
      '1 of 2 tests failed',
    ],
    ['by giving up', result('a', 'Bail out! no\n'), 'it gave up: no'],
  ])('%s', (_, one, ...talk) => {
    expect(failures(judgeGuest(runOf([one])))).toEqual([[one.command, ...talk]]);
  });
});

test('a program that skips all is skipped', () => {
  const [point] = judgeGuest(runOf([result('a', '1..0 # SKIP no module\n', exit(4))]));
  expect(point).toMatchObject({ isOk: true, directive: { kind: 'skip', reason: 'no module' } });
});

test('what the kernel complains of fails the run, but where it is not heeded', () => {
  const findings = readKernelLog('BUG: KCSAN: data-race in a / b\n');
  expect(failures(judgeGuest(runOf([], { findings })))).toEqual([
    ['the kernel complains of nothing', 'kcsan in line 1 of the console: BUG: KCSAN: data-race in a / b'],
  ]);
  const points = judgeGuest(runOf([], { findings }), { kcsan: ['utrace'] });
  expect(failures(points)).toEqual([]);
  expect(points[0]!.talk).toEqual(['not heeded (kcsan): BUG: KCSAN: data-race in a / b']);
  expect(failures(judgeGuest(runOf([], { findings }), { kcsan: ['race in a'] }))).toHaveLength(1);
});

test('a guest that does not come to its end', () => {
  const plan = { commands: ['a', 'b'] };
  const results = { commands: [result('a', '')], isComplete: false };
  const stopped = judgeGuest(
    runOf([], { plan, results, end: { kind: 'timeout', seconds: 9 }, console: 'x\r\n\r\ny\r\n' }),
  );
  expect(failures(stopped)).toEqual([
    ['b', 'it was not run: the guest ended before'],
    ['the guest comes to its end', 'the guest was stopped after 9 seconds', 'its last lines were:', 'x', 'y'],
  ]);
  const silent = judgeGuest(
    runOf([], { plan: { commands: [] }, results: { commands: [], isComplete: false } }),
  );
  expect(failures(silent)).toEqual([
    ['the guest comes to its end', 'the guest ended without "quiesce: end"', 'it printed nothing'],
  ]);
});

describe('what must be caught', () => {
  const plan = { commands: ['insmod m', 'free'], caught: { command: 'free', finding: 'kasan' } } as const;
  const results = {
    commands: [result('insmod m', ''), result('free', 'not ok 1 x\n', exit(1))],
    isComplete: true,
  };

  test('is, whatever else happens', () => {
    const findings = readKernelLog(
      'quiesce: run 3 free\nBUG: KASAN: use-after-free in a\n====================\nKernel panic - not syncing: x\n',
    );
    const panicked = { commands: results.commands.slice(0, 1), isComplete: false };
    expect(failures(judgeGuest(runOf([], { plan, results, findings })))).toEqual([]);
    expect(failures(judgeGuest(runOf([], { plan, results: panicked, findings })))).toEqual([]);
  });

  test('is not', () => {
    expect(failures(judgeGuest(runOf([], { plan, results })))).toEqual([
      ['free is caught (kasan)', 'the kernel complains of no such thing while it runs'],
    ]);
    const other = readKernelLog('quiesce: run 2 insmod m\nBUG: KASAN: use-after-free in a\n');
    expect(failures(judgeGuest(runOf([], { plan, results, findings: other })))[0]).toContain(
      'kasan in line 2 of the console, during insmod m: BUG: KASAN: use-after-free in a',
    );
  });
});
