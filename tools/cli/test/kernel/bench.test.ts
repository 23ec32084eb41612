/** `quiesce kernel bench` on a toy kernel, with a QEMU that makes its guest up; the plugin and the fast paths are compiled. */
import { chmodSync, cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseCostReport } from '@quiesce/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeKernel, fakeKernel } from './fake-kernel.js';

const program = {
  rfc: 3,
  setup: ['insmod /modules/lamp.ko'],
  command: '/tests/bench',
  footprint: '/tests/bench --footprint',
  callbacks: { lamp: ['sync'] },
};

const fastPath = `#include <stdio.h>
int main(void)
{
	puts("fast option=glow callback=- threads=1 line=private round=0 thread=0 calls=10 ns=20");
	puts("fast option=gleam callback=- threads=1 line=private round=0 thread=0 calls=10 ns=50");
	return 0;
}
`;

const published = {
  format: 'quiesce-published',
  version: 1,
  source: 'made up',
  unit: 'none',
  sets: [{ id: 'theirs', title: 'theirs', rows: { none: 1, glow: 3, sync: 4 }, figures: {} }],
  reference: 'none',
  labels: { none: 'no trace', glow: 'glow', sync: 'glow, sync' },
  baselines: [{ id: 'over', title: 'over no trace', figures: {} }],
  derived: [{ title: 'sync - glow', value: 'sync - glow' }],
  statements: [
    {
      id: 'much',
      text: 'Sync is much.',
      ratio: ['sync', 'glow'],
      bands: [{ below: 1.1, holds: false }, { holds: true }],
    },
  ],
  measured: {
    none: { option: 'glow', audit: false, untraced: true },
    glow: { option: 'glow', audit: false },
    sync: { option: 'glow', callback: 'sync', audit: false },
  },
};

let kernel: FakeKernel;

function change(path: string, value: object): void {
  kernel.write(path, { ...JSON.parse(kernel.read(path)), ...value });
}

beforeEach(() => {
  kernel = fakeKernel();
  cpSync(join(import.meta.dirname, 'fake-bench-qemu.mjs'), join(kernel.folder, 'bin/qemu-system-x86_64'));
  chmodSync(join(kernel.folder, 'bin/qemu-system-x86_64'), 0o755);
  kernel.write('patches/bench/fast.c', fastPath);
  kernel.write('patches/published.json', published);
  change('patches/kernel.json', {
    bench: {
      config: 'plain',
      programs: [program],
      fastPath: { source: 'bench/fast.c', rfc: 3 },
      published: 'published.json',
    },
  });
  change('patches/lamp/series.json', { rfc: 3, option: 'glow' });
});

afterEach(() => kernel.remove());

const boots = (stderr: string): readonly string[] =>
  stderr.split('\n').flatMap((line) => /^ {2}BENCH {3}(.*)$/.exec(line)?.[1] ?? []);

describe('a measurement', () => {
  test('is shown as tables, and is not made again', async () => {
    const first = await kernel.quiesce('bench');
    expect(first.status).toBe(0);
    expect(boots(first.stderr)).toEqual([
      'glow, audit off, counted',
      'glow, audit on, counted',
      'glow, audit off, timed (TCG)',
      'glow, audit on, timed (TCG)',
      'the tree without patches, audit off, counted',
      'the tree without patches, audit on, counted',
      'the fast paths on this machine',
    ]);
    expect(first.stdout).toContain(`
Per traced call, exact; 1 or 2 processors, private or shared engine, audit off

              instructions  over no trace  locked  barriers  fences
  no trace             200                      0         0       0
  glow                 250            +50       0         0       0
  glow, sync           253            +53       2         0       0
`);
    expect(first.stdout).toMatch(/^ {2}glow +1\.25 ± 0\.00 /m);
    expect(first.stdout).toMatch(/^ {2}gleam +2\.50 ± 0\.00$/m);
    expect(first.stdout).toMatch(
      /^ {2}Sync is much\. \(over no trace\) +×1\.33 holds +×1\.01 does not hold/m,
    );
    const second = await kernel.quiesce('bench');
    expect(boots(second.stderr)).toEqual(['the fast paths on this machine']);
    expect(second.stdout).toBe(first.stdout);
  });

  test('is made again where the kernel is another one', async () => {
    await kernel.quiesce('bench', 'lamp', '--quick');
    kernel.write('patches/config/plain.config', 'CONFIG_LAMP=y\n\n');
    const { stderr } = await kernel.quiesce('bench', 'lamp', '--quick');
    expect(boots(stderr)).toHaveLength(4);
  });

  test('is written to the file that quiesce.json names, as it is printed', async () => {
    change('quiesce.json', { costs: 'patches/costs.json' });
    const { status, stdout, stderr } = await kernel.quiesce('bench', '--json', '--write');
    expect(status).toBe(0);
    expect(stderr).toContain('quiesce: wrote patches/costs.json\n');
    expect(kernel.read('patches/costs.json')).toBe(stdout);
    const read = parseCostReport(stdout);
    const costs = read.ok ? read.costs : undefined;
    expect(costs?.kernel).toBe('Linux 1.0-1 of linux-toy');
    expect(costs?.environment?.series).toMatchObject([{ id: 'lamp', option: 'glow', rfc: 3, version: 1 }]);
    expect(costs?.rows.every(({ rfc }) => rfc === 3)).toBe(true);
    expect(costs?.untouched?.map(({ rfc, audit, instructions }) => [rfc, audit, instructions])).toEqual([
      [3, false, 199],
      [3, true, 299],
    ]);
    const sync = costs?.rows.filter(({ callback, metric }) => callback === 'sync' && metric === 'locked');
    expect(
      sync?.map(({ value, setting }) => [value, setting?.cpus, setting?.engine, setting?.audit]),
    ).toEqual([
      [2, 1, 'private', false],
      [2, 1, 'shared', false],
      [2, 2, 'private', false],
      [2, 2, 'shared', false],
      [2, 1, 'private', true],
      [2, 1, 'shared', true],
      [2, 2, 'private', true],
      [2, 2, 'shared', true],
    ]);
  });

  test('of one RFC leaves what the file says of others', async () => {
    change('quiesce.json', { costs: 'patches/costs.json' });
    await kernel.quiesce('bench', '--accel', 'none', '--write');
    const first = JSON.parse(kernel.read('patches/costs.json'));
    const other = { ...first.rows[0], rfc: 4, value: 777 };
    change('patches/costs.json', { rows: [...first.rows, other] });
    expect((await kernel.quiesce('bench', '--accel', 'none', '--rfc', '3', '--write')).status).toBe(0);
    const second = JSON.parse(kernel.read('patches/costs.json'));
    expect(second.rows.filter(({ rfc }: { rfc: number }) => rfc === 4)).toEqual([other]);
    expect(second.rows.length).toBe(first.rows.length + 1);
    expect(second.environment).toEqual(first.environment);
    change('patches/costs.json', { environment: { ...first.environment, emulator: 'another' } });
    const third = await kernel.quiesce('bench', '--accel', 'none', '--rfc', '3', '--write');
    expect([third.status, third.stderr]).toEqual([2, expect.stringContaining('emulator is not the same')]);
  });

  test('of the fast paths needs no kernel', async () => {
    const { status, stdout, stderr } = await kernel.quiesce('bench', '--user', '--markdown');
    expect(status).toBe(0);
    expect(boots(stderr)).toEqual(['the fast paths on this machine']);
    expect(stdout).toContain('| gleam | 2.50 ± 0.00 |');
    expect(existsSync(join(kernel.work, 'out'))).toBe(false);
  });

  test('can be looked at before it is made', async () => {
    const { status, stdout } = await kernel.quiesce('bench', '--dry-run');
    expect(status).toBe(0);
    expect(stdout.match(/-plugin \S+,out=\S+counts\.jsonl/g)).toHaveLength(4);
    expect(stdout.match(/audit=1 quiet/g)).toHaveLength(3);
    expect(existsSync(join(kernel.work, 'bench'))).toBe(false);
  });
});

describe('what went wrong is named', () => {
  test.each([
    [
      'panic',
      'Cannot measure glow, audit off, counted: the kernel complains: Kernel panic - not syncing: made up',
    ],
    ['deaf', '"/tests/bench -n 5000 -t 1 -r 2 -e private": the tracer was called 0 times in 8 calls'],
    [
      'audit',
      'An untraced call of glow costs 200 instructions with audit and 200 without: audit was not at work',
    ],
  ])('%s', async (fault, told) => {
    change('quiesce.json', { costs: 'patches/costs.json' });
    kernel.env['FAKE_FAULT'] = fault;
    const { status, stderr } = await kernel.quiesce('bench', '--write');
    expect(status).toBe(1);
    expect(stderr).toContain(told);
    expect(existsSync(join(kernel.folder, 'patches/costs.json'))).toBe(false);
  });

  test.each<[readonly string[], string]>([
    [['--write'], 'Cannot write the costs: quiesce.json does not name their file'],
    [['pristine'], 'Unexpected series "pristine": it has nothing to trace with'],
    [['lamp', '--rfc', '4'], 'Unexpected series "lamp": it is of RFC 3'],
    [['dimmer'], 'Unexpected series "dimmer": its series.json names no option'],
    [['lump'], 'Unexpected series "lump"'],
  ])('bench %j', async (words, told) => {
    const { status, stderr } = await kernel.quiesce('bench', ...words);
    expect(status).toBe(2);
    expect(stderr).toContain(told);
  });

  test('a part is not written, nor what nobody has asked for', async () => {
    change('quiesce.json', { costs: 'patches/costs.json' });
    for (const words of [['lamp'], ['--quick'], ['--user']]) {
      const { status, stderr } = await kernel.quiesce('bench', '--write', ...words);
      expect([status, stderr]).toEqual([2, expect.stringContaining('Cannot write the costs of a part')]);
    }
    change('patches/dimmer/series.json', { rfc: 4, option: 'dim' });
    const { stderr } = await kernel.quiesce('bench', 'dimmer');
    expect(stderr).toContain('Unexpected series "dimmer": no program of "bench" in kernel.json is for RFC 4');
  });

  test('a project that does not say what to measure', async () => {
    const { bench: _, ...rest } = JSON.parse(kernel.read('patches/kernel.json'));
    kernel.write('patches/kernel.json', rest);
    const { status, stderr } = await kernel.quiesce('bench');
    expect([status, stderr]).toEqual([2, expect.stringContaining('kernel.json has no "bench"')]);
  });
});
