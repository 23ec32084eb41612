/** That the compiler has left in the project's fast paths what they are measured for: read from the machine code. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fastPathRows } from '../../src/bench/fast-path.js';

const source = fileURLToPath(new URL('../../../../patches/bench/fast-path.c', import.meta.url));
const missing = ['gcc', 'objdump'].find((one) => spawnSync(one, ['--version']).status !== 0);

describe.skipIf(missing !== undefined || process.arch !== 'x64')(
  `with ${missing ?? 'gcc, on x86-64'}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'quiesce-fast-'));
    const program = join(folder, 'fast-path');
    afterAll(() => rmSync(folder, { recursive: true }));
    let code = '';
    beforeAll(() => {
      execFileSync('gcc', [
        '-O2',
        '-falign-functions=64',
        '-falign-loops=64',
        '-Wall',
        '-Werror',
        '-pthread',
        '-o',
        program,
        source,
      ]);
      code = execFileSync('objdump', ['-d', '--no-show-raw-insn', program], { encoding: 'utf8' });
    });

    const bodyOf = (name: string): string => {
      const body = new RegExp(`<loop_${name}>:\n([^]*?)\n\n`).exec(code)?.[1];
      if (body === undefined) throw new Error(`there is no loop_${name}`);
      return body;
    };

    test.each([
      ['nop', 0, 0],
      ['record', 1, 1],
      ['two_barriers', 2, 2],
      ['repaired', 1, 1],
      ['epoch', 1, 1],
      ['counted', 2, 0],
      ['module', 2, 0],
      ['module_local', 0, 0],
      ['percpu_ref', 0, 0],
      ['srcu', 2, 2],
      ['srcu_fast', 0, 0],
      ['preempt_off', 0, 0],
      ['asymmetric', 0, 0],
    ])('loop_%s has %d locked operations, %d of them full barriers', (name, locked, barriers) => {
      const body = bodyOf(name);
      expect(body.match(/\block /g) ?? []).toHaveLength(locked);
      expect(body.match(/\block addl\s+\$0x0,-0x4\(%rsp\)/g) ?? []).toHaveLength(barriers);
      expect(body).not.toMatch(/[mls]fence|\txchg\s+%\w+,.*\(/);
      expect(body.match(/call\s+\*/g)).toHaveLength(1);
    });

    test('it prints what can be read', () => {
      const rows = fastPathRows(execFileSync(program, ['-n', '1000', '-r', '2'], { encoding: 'utf8' })) ?? [];
      expect(
        rows.find(({ option, callback }) => option === 'unsynchronised' && callback === undefined)?.value,
      ).toBe(1);
      expect(new Set(rows.map(({ option }) => option)).size).toBe(14);
    });

    test.each([['-n', '0'], ['-r', 'x'], ['-z']])('refuses %s %s', (...words) => {
      expect(spawnSync(program, words).status).toBe(2);
    });
  },
);
