/** `quiesce kernel` from the archive to the test points, on a toy of a kernel. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeKernel, fakeKernel } from './fake-kernel.js';

let kernel: FakeKernel;
beforeAll(() => {
  kernel = fakeKernel();
});
afterAll(() => kernel.remove());

describe('from nothing', () => {
  test('--dry-run prints the commands and changes nothing', async () => {
    const { status, stdout } = await kernel.quiesce('test', 'dimmer', '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('tar --extract --file /project/linux-toy.tar.xz');
    expect(stdout).toContain('git am --quiet --committer-date-is-author-date /project/patches/lamp/0001-');
    expect(stdout).toMatch(/make .* bzImage modules\n/);
    expect(stdout).toContain('qemu-system-x86_64 -nodefaults');
    expect(existsSync(kernel.work)).toBe(false);
    // All of the command is loaded here, from source.
  }, 120_000);

  test('fetch imports the tree', async () => {
    const { status, stdout, stderr } = await kernel.quiesce('fetch');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: '  UNPACK  /project/linux-toy.tar.xz\n  IMPORT  linux-toy\n',
    });
    expect(stdout).toMatch(/^linux-toy 1\.0-1 is commit [0-9a-f]{12} in \/project\/work\/linux\.git\n$/);
    expect(await kernel.quiesce('fetch')).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('apply applies series, and builds nothing', async () => {
    const { status, stdout, stderr } = await kernel.quiesce('apply');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: '  AM      lamp (2 patches)\n  AM      dimmer (1 patch)\n',
    });
    expect(stdout).toMatch(/^lamp is commit [0-9a-f]{12} in .*\ndimmer is commit [0-9a-f]{12} in .*\n$/);
    expect(existsSync(join(kernel.work, 'source'))).toBe(false);
  });

  test('build applies a series on what it is on, and keeps what came of it', async () => {
    const { status, stdout, stderr } = await kernel.quiesce('build', 'dimmer');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'dimmer under plain: Linux 1.0, /project/work/out/dimmer/plain/bzImage\n',
    });
    expect(stderr.replace(' (without ccache)', '')).toBe(
      [
        '  TREE    plain',
        '  CONFIG  dimmer plain',
        '  MAKE    dimmer plain',
        '  TESTS   dimmer plain',
        '',
      ].join('\n'),
    );
    const out = join(kernel.work, 'out/dimmer/plain');
    expect(readdirSync(out).sort()).toEqual([
      'System.map',
      'bzImage',
      'config',
      'modules',
      'stamp.json',
      'tests',
    ]);
    expect(readFileSync(join(kernel.work, 'source/plain/kernel/lamp.c'), 'utf8')).toContain('return 2;');
  });

  test('a second build has nothing to do', async () => {
    const before = statSync(join(kernel.work, 'out/dimmer/plain/bzImage')).mtimeMs;
    expect((await kernel.quiesce('build', 'dimmer')).stderr).toBe('');
    expect(statSync(join(kernel.work, 'out/dimmer/plain/bzImage')).mtimeMs).toBe(before);
  });

  test('the same patches give the same commits in another work folder', async () => {
    const commitOf = (told: string): unknown => JSON.parse(told).built[0].commit;
    const here = await kernel.quiesce('build', 'lamp', '--json');
    const other = fakeKernel();
    try {
      const there = await other.quiesce('build', 'lamp', '--json');
      expect(commitOf(there.stdout)).toBe(commitOf(here.stdout));
    } finally {
      other.remove();
    }
  });

  test('a patch that is changed is applied and built again, and so is what is on it', async () => {
    const path = 'patches/lamp/0002-lamp-Turn-it-on.patch';
    const before = kernel.read(path);
    kernel.write(path, before.replace('Dark is no use.', 'Dark is of no use.'));
    const { stderr } = await kernel.quiesce('build', 'dimmer');
    kernel.write(path, before);
    expect(stderr).toContain('AM      lamp (2 patches)\n  AM      dimmer');
    expect(stderr).toContain('MAKE    dimmer plain');
  });
});

describe('test', () => {
  test('prints TAP, with what the programs of the guest printed inside', async () => {
    const { status, stdout } = await kernel.quiesce('test', 'lamp');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: [
        'TAP version 14',
        '1..1',
        '# Subtest: lamp under plain',
        '    1..3',
        '    ok 1 - insmod /modules/lamp.ko',
        '    # Subtest: /tests/light',
        '        1..2',
        '        ok 1 - on',
        '        ok 2 - off # SKIP off',
        '    ok 2 - /tests/light',
        '    ok 3 - the kernel complains of nothing',
        'ok 1 - lamp under plain',
        '',
      ].join('\n'),
    });
  });

  const config = (guest: object, series: object): object => {
    const read = JSON.parse(kernel.read('patches/kernel.json'));
    return { ...read, guest: { ...read.guest, ...guest }, series };
  };
  const withConfig = async (guest: object, series: object, ...words: readonly string[]) => {
    const before = kernel.read('patches/kernel.json');
    kernel.write('patches/kernel.json', config(guest, series));
    const told = await kernel.quiesce('test', ...words);
    kernel.write('patches/kernel.json', before);
    return told;
  };

  test('a test that fails ends with 1', async () => {
    const { status, stdout } = await withConfig({ commands: ['/tests/dark'] }, {}, 'lamp');
    expect(status).toBe(1);
    expect(stdout).toContain('        not ok 1 - light\n');
    expect(stdout).toContain('    # it ended with status 1\n    # 1 of 1 tests failed\n');
    expect(stdout).toMatch(/\nnot ok 1 - lamp under plain\n$/);
  });

  test('a kernel that panics is told with its last lines and with the whole log', async () => {
    const { status, stdout } = await withConfig({ commands: ['/tests/panic', '/tests/light'] }, {}, 'lamp');
    expect(status).toBe(1);
    expect(stdout).toContain('    not ok 1 - /tests/panic\n');
    expect(stdout).toContain('    # it was not run: the guest ended before\n');
    expect(stdout).toMatch(
      /# panic in line \d+ of the console, during \/tests\/panic: Kernel panic - not syncing: made up/,
    );
    expect(stdout).toContain('# the whole log is /project/work/guest/lamp/plain/console.log');
  });

  test('a guest that hangs is stopped', async () => {
    const { status, stdout } = await withConfig({ commands: ['/tests/hang'] }, {}, 'lamp', '--timeout', '2');
    expect(status).toBe(1);
    expect(stdout).toContain('# the guest was stopped after 2 seconds\n');
    expect(stdout).toContain('quiesce: run 2 /tests/hang\n');
  });

  test('what must be caught gets a boot of its own', async () => {
    const series = { lamp: { caught: { plain: { command: '/tests/stale', finding: 'kasan' } } } };
    const commands = ['insmod /modules/lamp.ko', '/tests/light', '/tests/stale'];
    const { status, stdout, stderr } = await withConfig({ commands }, series, 'lamp');
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('BOOT    lamp plain: /tests/stale'),
    });
    expect(stdout).toContain('    ok 4 - /tests/stale is caught (kasan)\n');
    const missed = { lamp: { caught: { plain: { command: '/tests/light', finding: 'kasan' } } } };
    const other = await withConfig({ commands }, missed, 'lamp');
    expect(other.status).toBe(1);
    expect(other.stdout).toContain('    not ok 4 - /tests/light is caught (kasan)\n');
  });

  test('a race is only heeded where it concerns the project', async () => {
    const words = ['lamp', '--under', 'strict'];
    const { status, stdout } = await withConfig({ commands: ['/tests/race'] }, {}, ...words);
    expect(status).toBe(0);
    expect(stdout).toContain('# not heeded (kcsan): BUG: KCSAN: data-race in other_thing / another_thing');
    const plain = await withConfig({ commands: ['/tests/race'] }, {}, 'lamp');
    expect(plain.status).toBe(1);
  });

  test('--json has the points', async () => {
    const { stdout } = await kernel.quiesce('test', 'lamp', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'quiesce-kernel-test',
      version: 1,
      tested: [{ id: 'lamp', config: 'plain', points: [{ isOk: true }, { isOk: true }, { isOk: true }] }],
    });
  });
});

describe('boot', () => {
  test('runs the commands that are given', async () => {
    const { status, stdout } = await kernel.quiesce('boot', 'lamp', '-c', '/tests/light');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: '$ /tests/light\nTAP version 13\n1..2\nok 1 on\nok 2 # SKIP off\n',
    });
  });

  test('tells a guest that does not come to its end', async () => {
    const { status, stderr } = await kernel.quiesce('boot', 'lamp', '-c', '/tests/panic');
    expect(status).toBe(1);
    expect(stderr).toContain(
      'quiesce: error: The guest did not come to its end: it ended before its commands did\n',
    );
    expect(stderr).toContain('    | [    0.100000] Kernel panic - not syncing: made up\n');
    expect(stderr).toContain(
      'quiesce: hint: The whole log is /project/work/guest/lamp/plain-boot/console.log\n',
    );
  });

  test('opens a shell on a terminal only', async () => {
    const { status, stderr } = await kernel.quiesce('boot', 'lamp', '--shell');
    expect(status).toBe(2);
    expect(stderr).toContain('Cannot open a shell: standard output is no terminal\n');
  });

  test('asks for one series', async () => {
    const { status, stderr } = await kernel.quiesce('boot');
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'quiesce: error: Unexpected number of series, expected one: quiesce kernel boot SERIES\n',
    });
  });

  test('tells why QEMU did not start', async () => {
    const { status, stderr } = await kernel.quiesce('boot', 'lamp', '--accel', 'kvm');
    expect(status).toBe(2);
    expect(stderr).toContain('Cannot boot lamp under plain: QEMU did not start\n    | Could not access KVM');
    expect(stderr).toContain('Without --accel kvm the guest is emulated.');
  });
});

describe('check', () => {
  test('holds each patch to checkpatch, sparse and the compiler, and keeps what it found', async () => {
    const { status, stdout, stderr } = await kernel.quiesce('check', 'lamp');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining(
        [
          '    # Subtest: 0002-lamp-Turn-it-on.patch',
          '        1..4',
          '        ok 1 - it builds under plain',
          '        ok 2 - sparse says nothing new',
          '        ok 3 - checkpatch.pl --strict says nothing',
          '        ok 4 - it names the clauses that it is about',
          '    ok 2 - 0002-lamp-Turn-it-on.patch',
          'ok 1 - lamp under plain',
        ].join('\n'),
      ),
    });
    expect(stderr).toContain('CHECK   0001-lamp-Add-an-option.patch plain');
    expect((await kernel.quiesce('check', 'lamp')).stderr).not.toContain('CHECK');
  });

  test('a patch that is ugly, fishy or does not build is told', async () => {
    const path = 'patches/dimmer/0001-lamp-Dim-it.patch';
    const before = kernel.read(path);
    const changed = async (line: string) => {
      kernel.write(path, before.replace('+\treturn 2;', `+\t${line}`));
      const told = await kernel.quiesce('check', 'dimmer');
      kernel.write(path, before);
      return told;
    };
    const ugly = await changed('return 2; /* UGLY */');
    expect(ugly.status).toBe(1);
    expect(ugly.stdout).toContain(
      '# 0001-lamp-Dim-it.patch:21: ERROR:UGLY: do not be ugly\n        not ok 3',
    );
    const fishy = await changed('return 2; /* FISHY */');
    expect(fishy.stdout).toContain(
      '# kernel/lamp.c:1:1: warning: fishy\n        not ok 2 - sparse says nothing new',
    );
    const broken = await changed('return two;');
    expect(broken.stdout).toContain('not ok 1 - it builds under plain');
    expect(broken.stdout).toMatch(/kernel\/lamp\.c:3:\d+: error: .two. undeclared/);
  });
});

describe('what a process that was killed leaves', () => {
  test('does not stand in the way', async () => {
    const leave = (path: string): void => {
      mkdirSync(join(kernel.work, path), { recursive: true });
      writeFileSync(join(kernel.work, path, 'left'), '');
    };
    const dead = '999999999';
    writeFileSync(join(kernel.work, 'repository.lock'), dead);
    writeFileSync(join(kernel.work, 'source/plain.lock'), dead);
    leave('apply');
    leave('out/dimmer/plain.making');
    rmSync(join(kernel.work, 'out/dimmer/plain'), { recursive: true });
    rmSync(join(kernel.work, 'source/plain/kernel/lamp.c'));
    writeFileSync(join(kernel.work, 'linux.git/worktrees/plain/index.lock'), '');
    const path = 'patches/dimmer/0001-lamp-Dim-it.patch';
    kernel.write(path, kernel.read(path).replace('Bright hurts.', 'Bright light hurts.'));
    const { status, stderr } = await kernel.quiesce('build', 'dimmer');
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('AM      dimmer'),
    });
    expect(readdirSync(join(kernel.work, 'out/dimmer'))).toEqual(['plain']);
    expect(existsSync(join(kernel.work, 'apply'))).toBe(false);
  });

  test('a stamp that is no stamp counts as none', async () => {
    writeFileSync(join(kernel.work, 'out/lamp/plain/stamp.json'), '{ "commit": ');
    const { status, stderr } = await kernel.quiesce('build', 'lamp');
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('MAKE    lamp plain'),
    });
  });

  test('a process that still works is waited for', async () => {
    const other = spawn('sleep', ['2']);
    writeFileSync(join(kernel.work, 'source/plain.lock'), String(other.pid));
    rmSync(join(kernel.work, 'out/lamp/plain'), { recursive: true });
    const { status, stderr } = await kernel.quiesce('build', 'lamp');
    expect({ status, code: other.exitCode }).toEqual({ status: 0, code: 0 });
    expect(stderr).toContain(
      `WAIT    for process ${other.pid}, which holds /project/work/source/plain.lock\n`,
    );
  });

  test('a tree that was half imported is imported again', async () => {
    rmSync(join(kernel.work, 'linux.git'), { recursive: true });
    mkdirSync(join(kernel.work, 'import/linux.git'), { recursive: true });
    const { status, stderr } = await kernel.quiesce('build', 'lamp');
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('IMPORT  linux-toy'),
    });
    expect(existsSync(join(kernel.work, 'import'))).toBe(false);
  });
});
