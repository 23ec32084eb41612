import { describe, expect, test } from 'vitest';
import { rowsOfBoot } from '../../src/bench/boot-rows.js';
import type { CountedRun } from '../../src/bench/counts.js';
import type { BenchBoot, BenchRun } from '../../src/bench/plan.js';
import { benchOutput, countsText, footprintOutput, resultsOf, run } from './sample-boot.js';

const twoThreads: BenchRun = { command: 'bench -t 2', cpus: 2, engine: 'shared', callback: 'sync' };

const boot: BenchBoot = {
  id: 'relay',
  rfc: 3,
  option: 'relay',
  audit: true,
  kind: 'count',
  accelerator: 'tcg',
  setup: ['insmod t.ko'],
  runs: [twoThreads],
  footprint: 'bench --footprint',
};

const outputs = ['', benchOutput(2, 1), footprintOutput];
const setting = { cpus: 2, engine: 'shared', audit: true };

/** The runs of one round on two processors. */
const counted: readonly CountedRun[] = [
  run({
    run: 0,
    bins: [
      [9, 200],
      [1, 2700],
    ],
  }),
  run({ run: 0, cpu: 1 }),
  run({ run: 1, cpu: 1, bins: [[10, 253, 2]] }),
  run({
    run: 1,
    bins: [
      [9, 253, 2],
      [1, 2900, 9],
    ],
  }),
];

const rowsOf = (
  changed: Partial<BenchBoot> = {},
  printed: readonly string[] = outputs,
  runs: readonly CountedRun[] = counted,
) => {
  const one = { ...boot, ...changed };
  return rowsOfBoot(one, resultsOf(one, printed), countsText(runs));
};

describe('a counting boot', () => {
  test('gives what an undisturbed call costs, beside the untraced one, and the sizes', () => {
    const about = { option: 'relay', rfc: 3, callback: 'sync', setting };
    expect(rowsOf()).toEqual({
      ok: true,
      value: [
        { ...about, metric: 'instructions', value: 253, baseline: 200, share: 0.95 },
        { ...about, metric: 'locked', value: 2, baseline: 0, share: 0.95 },
        { ...about, metric: 'barriers', value: 0, baseline: 0, share: 0.95 },
        { ...about, metric: 'fences', value: 0, baseline: 0, share: 0.95 },
        { option: 'relay', rfc: 3, metric: 'bytes-per-task', value: 72, baseline: 0 },
        { option: 'relay', rfc: 3, metric: 'bytes', value: 96, baseline: 0 },
        { option: 'relay', rfc: 3, metric: 'bytes-per-cpu', value: 8, baseline: 0 },
        { option: 'relay', rfc: 3, metric: 'bytes-shared', value: 0, baseline: 0 },
      ],
    });
  });

  test('tells how far the loops lie apart, if they do', () => {
    const apart = [...counted.slice(0, 3), run({ run: 1, bins: [[6, 255, 2]] })];
    const read = rowsOf({}, outputs, apart);
    expect(read.ok && read.value[0]).toMatchObject({ value: 253, spread: 1 });
    expect(read.ok && read.value[1]).not.toHaveProperty('spread');
  });
});

test('a timing boot gives the middle of the ratios, each within its round and processor', () => {
  const timed = { kind: 'time', accelerator: 'kvm', footprint: undefined } as const;
  const { footprint: _, ...without } = { ...boot, ...timed };
  const read = rowsOfBoot(without, resultsOf(without, ['', benchOutput(2, 3)]));
  const about = { option: 'relay', rfc: 3, callback: 'sync', setting: { ...setting, clock: 'kvm' } };
  expect(read).toEqual({
    ok: true,
    value: [{ ...about, metric: 'ns-ratio', value: 1.75, spread: 0.25, baseline: 1 }],
  });
});

describe('what does not add up', () => {
  const edited = (from: string, to: string) => [
    '',
    benchOutput(2, 1, (line) => line.replace(from, to)),
    footprintOutput,
  ];
  test.each<[string, readonly string[], readonly CountedRun[], string]>([
    ['no lines', ['', 'nothing', footprintOutput], counted, 'it has printed no line "bench run=..."'],
    ['a thread elsewhere', edited('cpu=1', 'cpu=3'), counted, 'was on processors 0, 3, expected 0 to 1'],
    [
      'a tracer that was not called',
      edited('counted=9', 'counted=7'),
      counted,
      'called 7 times in 8 calls around the traced loop of run 1',
    ],
    [
      'a tracer that nobody has checked',
      edited('checked=8', 'checked=0'),
      counted,
      'called 9 times in 0 calls around the traced loop of run 1',
    ],
    [
      'a tracer that was called',
      edited('counted=0', 'counted=1'),
      counted,
      'called 1 times in 0 calls around the untraced loop of run 0',
    ],
    ['a run that was not counted', outputs, counted.slice(1), 'the plugin has not counted each of its runs'],
    ['runs of nobody', outputs, [...counted, run({ run: 9 })], 'has counted more runs than there were'],
    [
      'no cost that most calls have',
      outputs,
      [
        ...counted.slice(0, 2),
        ...[0, 1].map((cpu) =>
          run({
            run: 1,
            cpu,
            bins: [
              [5, 1],
              [5, 2],
            ],
          }),
        ),
      ],
      'no cost is that of most of its calls',
    ],
    ['no sizes', ['', benchOutput(2, 1), 'none'], counted, 'has printed no line "footprint'],
  ])('%s', (_, printed, runs, reason) => {
    const read = rowsOf({}, printed, runs);
    expect(read.ok ? '' : read.reason).toContain(reason);
  });

  test('a command that failed, with its last line, and a guest that ended early', () => {
    const [setup, ...rest] = resultsOf(boot, outputs);
    const failed = rowsOfBoot(
      boot,
      [{ ...setup!, output: 'a\nb\n', ending: { kind: 'exit', status: 3 } }, ...rest],
      countsText(counted),
    );
    expect(failed.ok ? '' : failed.reason).toBe(
      '"insmod t.ko": it ended with status 3, and its last line was "b"',
    );
    const ended = rowsOfBoot(boot, [setup!], countsText(counted));
    expect(ended.ok ? '' : ended.reason).toBe('The guest ended before "bench -t 2" was run');
    const torn = rowsOfBoot(boot, resultsOf(boot, outputs), '{');
    expect(torn.ok ? '' : torn.reason).toContain('expected a whole file');
  });
});
