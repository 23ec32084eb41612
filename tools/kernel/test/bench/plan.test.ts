import { describe, expect, test } from 'vitest';
import { type BenchProgram, benchConfigSchema } from '../../src/bench/bench-config.js';
import { bootText, commandsOf, planBench } from '../../src/bench/plan.js';

const program = {
  setup: ['insmod /modules/t.ko'],
  command: '/tests/bench',
  footprint: '/tests/bench --footprint',
  count: { calls: 100, rounds: 2 },
  time: { calls: 900, rounds: 10 },
  callbacks: { relay: ['sync'] },
};

const [config] = benchConfigSchema.parse({ config: 'plain', programs: [program] }).programs as [BenchProgram];

const series = [
  { id: 'relay', option: 'relay' },
  { id: 'other', option: 'other-option' },
];

describe('a plan', () => {
  test('counts and times each series, with audit off and on', () => {
    const boots = planBench(config, series, { accelerators: ['tcg', 'kvm'], quick: false });
    expect(boots.map(bootText)).toEqual([
      'relay, audit off, counted',
      'relay, audit on, counted',
      'relay, audit off, timed (TCG)',
      'relay, audit on, timed (TCG)',
      'relay, audit off, timed (KVM)',
      'relay, audit on, timed (KVM)',
      'other-option, audit off, counted',
      'other-option, audit on, counted',
      'other-option, audit off, timed (TCG)',
      'other-option, audit on, timed (TCG)',
      'other-option, audit off, timed (KVM)',
      'other-option, audit on, timed (KVM)',
    ]);
  });

  test('asks for threads, engines and callbacks within one boot, and for the sizes once', () => {
    const [counted, audited, timed] = planBench(config, series, { accelerators: ['tcg'], quick: false });
    expect(commandsOf(counted!)).toEqual([
      'insmod /modules/t.ko',
      '/tests/bench -n 100 -t 1 -r 2 -e private',
      '/tests/bench -n 100 -t 1 -r 2 -e private --sync',
      '/tests/bench -n 100 -t 1 -r 2 -e shared',
      '/tests/bench -n 100 -t 1 -r 2 -e shared --sync',
      '/tests/bench -n 100 -t 2 -r 2 -e private',
      '/tests/bench -n 100 -t 2 -r 2 -e private --sync',
      '/tests/bench -n 100 -t 2 -r 2 -e shared',
      '/tests/bench -n 100 -t 2 -r 2 -e shared --sync',
      '/tests/bench --footprint',
    ]);
    expect(commandsOf(audited!)).toHaveLength(9);
    expect(commandsOf(timed!)[1]).toBe('/tests/bench -n 900 -t 1 -r 10 -e private');
  });

  test('is short where it should be quick', () => {
    const [counted, , timed] = planBench(config, series.slice(1), { accelerators: ['tcg'], quick: true });
    expect(counted!.runs.map(({ command }) => command)).toEqual(['/tests/bench -n 100 -t 1 -r 2 -e private']);
    expect(timed!.runs.map(({ command }) => command)).toEqual(['/tests/bench -n 900 -t 1 -r 2 -e private']);
  });
});

test('engines are those that the program knows', () => {
  const [counted] = planBench({ ...config, engines: ['global'], threads: [2] }, series.slice(1), {
    accelerators: [],
    quick: false,
  });
  expect(counted!.runs.map(({ command }) => command)).toEqual(['/tests/bench -n 100 -t 2 -r 2 -e global']);
});

test.each([
  [{ config: 'plain' }, 'programs'],
  [{ config: 'plain', programs: [{ command: 'a  b' }] }, 'command'],
  [{ config: 'plain', programs: [{ command: 'a' }], processors: 1 }, 'processors'],
  [{ config: 'plain', programs: [{ command: 'a', count: { calls: 0, rounds: 1 } }] }, 'calls'],
  [{ config: 'plain', programs: [{ command: 'a' }], extra: 1 }, ''],
])('%j is no bench', (value, key) => {
  const read = benchConfigSchema.safeParse(value);
  expect(read.success).toBe(false);
  expect(String(read.error?.issues[0]?.path.at(-1) ?? '')).toBe(key);
});
