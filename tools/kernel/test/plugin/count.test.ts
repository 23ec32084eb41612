/** The plugin against loops that were counted by hand. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mostFrequent, readCounts } from '../../src/bench/counts.js';
import { buildPlugin, countLoops, frame, missingProgram, ticks } from './bare-guest.js';

interface Sample {
  readonly body: string;
  /** Of the body: instructions, locked, barriers, fences. */
  readonly costs: readonly [number, number, number, number];
}

const samples: readonly Sample[] = [
  { body: '', costs: [0, 0, 0, 0] },
  { body: 'nop; nop; nop', costs: [3, 0, 0, 0] },
  { body: 'lock addl $0, -4(%rsp)', costs: [1, 1, 1, 0] },
  { body: 'lock addl $0, (%rsp); lock orq $0, (%rsp)', costs: [2, 2, 2, 0] },
  { body: '.byte 0xf0, 0x81, 0x04, 0x24, 0, 0, 0, 0', costs: [1, 1, 1, 0] },
  { body: 'lock addl $1, -4(%rsp); lock subl $0, (%rsp); lock addl $0, (%rdi)', costs: [3, 3, 0, 0] },
  { body: 'lock addl $0, (%rsp,%rbx)', costs: [1, 1, 0, 0] },
  { body: 'lock incl (%rdi); lock decq (%rdi); lock xaddq %rax, (%rdi)', costs: [3, 3, 0, 0] },
  { body: 'lock cmpxchgq %rdx, (%rdi); cmpxchgq %rdx, (%rdi)', costs: [2, 1, 0, 0] },
  { body: 'lock btsq $3, (%rdi); bts %rax, %rdx', costs: [2, 1, 0, 0] },
  { body: 'xchg %eax, (%rdi); xchg %r8, (%rdi); xchg %al, (%rdi)', costs: [3, 3, 0, 0] },
  { body: 'xchg %eax, %edx; xchg %r8, %r9; xchg %al, %dl; xchg %ax, %ax', costs: [4, 0, 0, 0] },
  { body: 'mfence; lfence; sfence', costs: [3, 0, 0, 3] },
  { body: 'mfence; lock addl $0, (%rsp); lfence', costs: [3, 1, 1, 2] },
  { body: 'clflush (%rdi); fxsave (%rdi)', costs: [2, 0, 0, 0] },
  { body: 'nopl 0x51554801(%rax,%rax,1); nopl 0x515549ff(%rax,%rax,1); nopl (%rax)', costs: [3, 0, 0, 0] },
  { body: 'pushfq; popfq; call 3f; jmp 4f; 3: ret; 4:', costs: [5, 0, 0, 0] },
];

const missing = missingProgram();

describe.skipIf(missing !== undefined)(`with ${missing ?? 'QEMU and gcc'}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiesce-count-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let plugin = '';
  beforeAll(() => {
    plugin = buildPlugin(folder);
  });

  test('a loop costs what its instructions are counted to by hand', () => {
    const runs =
      readCounts(
        countLoops(
          samples.map(({ body }) => body),
          plugin,
          folder,
        ),
      ) ?? [];
    const counted = runs.map((run) => ({ run: run.run, iterations: run.iterations, ...mostFrequent([run]) }));
    expect(counted).toEqual(
      samples.map(({ costs: [instructions, locked, barriers, fences] }, run) => ({
        run,
        iterations: ticks - 1,
        cost: { instructions: instructions + frame, locked, barriers, fences },
        share: 1,
      })),
    );
  });

  test('an iteration that costs more is counted apart', () => {
    const [run] =
      readCounts(countLoops(['cmp $500, %ecx; jne 5f; nop; lock incl (%rdi); 5:'], plugin, folder)) ?? [];
    expect(run?.counts.map(({ times, instructions, locked }) => [times, instructions, locked])).toEqual([
      [ticks - 2, 2 + frame, 0],
      [1, 4 + frame, 1],
    ]);
    expect(run?.values).toBe(2);
  });

  test('gives the same twice', () => {
    const twice = [0, 1].map(() => countLoops(['lock incl (%rdi)', 'mfence'], plugin, folder));
    expect(twice[0]).toBe(twice[1]);
  });

  test.each([
    ['', 'expected one: out=FILE'],
    [',in=x', 'expected one: out=FILE'],
    [',out=/nowhere/at/all', 'could not open /nowhere/at/all'],
  ])('refuses the arguments "%s"', (words, message) => {
    const { status, stderr } = spawnSync(
      'qemu-system-x86_64',
      ['-display', 'none', '-plugin', `${plugin}${words}`],
      { encoding: 'utf8', timeout: 20_000 },
    );
    expect(status).not.toBe(0);
    expect(stderr).toContain(message);
  });
});
