import { describe, expect, test } from 'vitest';
import { type Machine, qemuCommand, readResults } from '../../src/index.js';

describe('the results', () => {
  test('are those between the marks', () => {
    const text =
      'quiesce: run 1 /tests/a b\nhello\n\nworld\n\nquiesce: exit 1 0\nquiesce: run 2 /tests/c\n\nquiesce: exit 2 signal 9\nquiesce: end\n';
    expect(readResults(text)).toEqual({
      commands: [
        { command: '/tests/a b', output: 'hello\n\nworld\n', ending: { kind: 'exit', status: 0 } },
        { command: '/tests/c', output: '', ending: { kind: 'signal', signal: 9 } },
      ],
      isComplete: true,
    });
  });

  test('may end with the guest', () => {
    expect(readResults('quiesce: run 1 /tests/a\nhal')).toEqual({
      commands: [{ command: '/tests/a', output: 'hal', ending: { kind: 'none' } }],
      isComplete: false,
    });
    expect(readResults('')).toEqual({ commands: [], isComplete: false });
  });

  test('a program that prints marks closes only what is its own', () => {
    const text = 'quiesce: run 1 /a\nquiesce: exit 7 0\nquiesce: end\n\nquiesce: exit 1 timeout\n';
    expect(readResults(text)).toEqual({
      commands: [{ command: '/a', output: 'quiesce: exit 7 0\nquiesce: end\n', ending: { kind: 'timeout' } }],
      isComplete: false,
    });
  });
});

const machine: Machine = {
  kernel: '/k',
  initramfs: '/i',
  processors: 2,
  memoryMb: 256,
  accelerator: 'tcg',
  append: 'audit=1',
  more: ['-plugin', '/p.so'],
  ports: { console: '/a,b', results: '/r' },
};

describe('the command of QEMU', () => {
  test('has processors in threads, two ports and a kernel that does not come back', () => {
    const { program, words } = qemuCommand(machine);
    expect([program, ...words].join(' ')).toBe(
      'qemu-system-x86_64 -nodefaults -no-user-config -no-reboot -display none -accel tcg,thread=multi -smp 2 -m 256 ' +
        '-monitor none -serial file:/a,,b -serial file:/r -kernel /k -initrd /i -append console=ttyS0 panic=-1 no_timer_check audit=1 -plugin /p.so',
    );
  });

  test('may use the hardware', () => {
    expect(qemuCommand({ ...machine, accelerator: 'kvm' }).words.join(' ')).toContain('-accel kvm -smp');
  });
});
