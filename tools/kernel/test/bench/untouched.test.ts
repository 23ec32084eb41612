import { expect, test } from 'vitest';
import { benchConfigSchema } from '../../src/bench/bench-config.js';
import { planUntouched, untouchedCall } from '../../src/bench/untouched.js';
import type { CommandResult } from '../../src/guest/read-results.js';
import { countsText, run } from './sample-boot.js';

const [program] = benchConfigSchema.parse({
  config: 'plain',
  programs: [{ command: 'bench', setup: ['insmod t.ko'], count: { calls: 10, rounds: 2 } }],
}).programs;
const [off, on] = planUntouched(program!);

const output = [0, 1]
  .map(
    (one) =>
      `bench run=${one} round=${one} thread=0 cpu=0 phase=untraced calls=10 ns=9 checked=0 counted=0\n`,
  )
  .join('');
const result: CommandResult = { command: off!.command, output, ending: { kind: 'exit', status: 0 } };
const counted = [
  run({ run: 0 }),
  run({
    run: 1,
    bins: [
      [9, 200],
      [1, 900],
    ],
  }),
];

test('the loop is run without a tracer, with audit off and on', () => {
  expect([off, on]).toEqual([
    { audit: false, command: 'bench -n 10 -t 1 -r 2 -e none' },
    { audit: true, command: 'bench -n 10 -t 1 -r 2 -e none' },
  ]);
});

test('an undisturbed call is what most calls cost', () => {
  const call = { rfc: 1, audit: true, instructions: 200, locked: 0, barriers: 0, fences: 0 };
  expect(untouchedCall(on!, 1, [result], countsText(counted))).toEqual({ ok: true, value: call });
});

test.each<[string, readonly CommandResult[], string]>([
  ['The guest ended before', [], countsText(counted)],
  ['it ended with status 2', [{ ...result, ending: { kind: 'exit', status: 2 } }], countsText(counted)],
  [
    'expected untraced loops only',
    [{ ...result, output: output.replace('untraced', 'traced') }],
    countsText(counted),
  ],
  ['expected untraced loops only', [{ ...result, output: '' }], countsText(counted)],
  ['has not counted each', [result], countsText(counted.slice(1))],
  ['has not counted each', [result], 'nothing'],
  ['no cost is that of most', [result], countsText([run({}), run({ run: 1, bins: [[10, 300]] })])],
])('%s', (reason, results, counts) => {
  const read = untouchedCall(off!, undefined, results, counts);
  expect(read.ok ? '' : read.reason).toContain(reason);
});
