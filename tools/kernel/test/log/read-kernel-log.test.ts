/** Lines as Linux 6.1 prints them. */
import { expect, test } from 'vitest';
import { addedWarnings, type FindingKind, findingKinds, readKernelLog } from '../../src/index.js';

const lines: readonly (readonly [FindingKind, string])[] = [
  ['panic', 'Kernel panic - not syncing: Fatal exception in interrupt'],
  ['no-init', 'Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)'],
  ['no-init', 'Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100'],
  ['no-init', 'Kernel panic - not syncing: No working init found.  Try passing init= option to kernel.'],
  ['oops', 'BUG: kernel NULL pointer dereference, address: 0000000000000008'],
  ['oops', 'BUG: unable to handle page fault for address: ffffffffc0002000'],
  [
    'oops',
    'general protection fault, probably for non-canonical address 0x6b6b6b6b6b6b6b6b: 0000 [#1] PREEMPT SMP',
  ],
  ['oops', 'Oops: 0000 [#1] PREEMPT SMP KASAN'],
  ['kasan', 'BUG: KASAN: use-after-free in utrace_report+0x51/0x90'],
  ['kcsan', 'BUG: KCSAN: data-race in utrace_attach_task / utrace_report'],
  ['ubsan', 'UBSAN: shift-out-of-bounds in kernel/utrace.c:12:3'],
  ['lockdep', 'WARNING: possible circular locking dependency detected'],
  ['lockdep', 'WARNING: possible recursive locking detected'],
  ['lockdep', 'WARNING: inconsistent lock state'],
  ['lockdep', 'WARNING: suspicious RCU usage'],
  ['lockdep', 'WARNING: bad unlock balance detected!'],
  ['lockdep', 'BUG: spinlock recursion on CPU#0, attach/33'],
  ['lockdep', 'WARNING: lock held when returning to user space!'],
  ['stall', 'rcu: INFO: rcu_preempt self-detected stall on CPU'],
  ['stall', 'rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:'],
  ['stall', 'watchdog: BUG: soft lockup - CPU#1 stuck for 26s! [attach:33]'],
  ['hung-task', 'INFO: task attach:33 blocked for more than 120 seconds.'],
  ['sleeping', 'BUG: sleeping function called from invalid context at kernel/locking/mutex.c:580'],
  ['sleeping', 'BUG: scheduling while atomic: attach/33/0x00000002'],
  ['out-of-memory', 'Out of memory: Killed process 33 (attach) total-vm:1000kB'],
  ['bug', 'kernel BUG at kernel/utrace.c:12!'],
  ['bug', 'list_del corruption. prev->next should be ffff888003a0e2a8, but was dead000000000100'],
  ['warning', 'WARNING: CPU: 0 PID: 33 at kernel/utrace.c:12 utrace_report+0x51/0x90'],
  ['bug', 'BUG kmalloc-64 (Not tainted): Left Redzone overwritten'],
  ['bug', 'refcount_t: underflow; use-after-free.'],
];

test.each(lines)('%s: %s', (kind, title) => {
  expect(readKernelLog(`hello\r\n[    1.234567][   T33] ${title}\r\n`)).toEqual([
    expect.objectContaining({ kind, line: 2, title }),
  ]);
});

test('each kind has a line', () => {
  const shown = new Set(lines.map(([kind]) => kind));
  expect(findingKinds.filter((kind) => !shown.has(kind))).toEqual([]);
});

test('a usual boot has none', () => {
  const text = [
    'Linux version 6.1.192 (quiesce@quiesce) (gcc (Debian 12.2.0-14) 12.2.0, GNU ld 2.40) #1 SMP PREEMPT 2026-01-01',
    'Command line: console=ttyS0 panic=-1',
    'Warning: unable to open an initial console.',
    'kasan: KernelAddressSanitizer initialized',
    'kcsan: enabled early',
    'rcu: Preemptible hierarchical RCU implementation.',
    'Lock dependency validator: Copyright (c) 2006 Red Hat, Inc., Ingo Molnar',
    'clocksource: tsc: mask: 0xffffffffffffffff max_cycles: 0x1fb63109b96',
    'pci 0000:00:01.0: PIIX3: Enabling Passive Release',
    'process /init took a while',
    'Run /init as init process',
    'ACPI: PM: Preparing to enter system sleep state S5',
    'reboot: Power down',
  ].join('\r\n');
  expect(readKernelLog(text)).toEqual([]);
});

test('what a report says inside is a part of it, and the command that ran is known', () => {
  const text = [
    'quiesce: run 2 /tests/free',
    '==================================================================',
    'BUG: KASAN: use-after-free in a+0x1/0x2',
    'Read of size 8 at addr ffff888003a0e2a8 by task free/33',
    'BUG: something inside',
    '==================================================================',
    'quiesce: run 3 /tests/next',
    'WARNING: CPU: 0 PID: 1 at kernel/a.c:1 a+0x1/0x2',
    'Modules linked in: b',
    '---[ end trace 0000000000000000 ]---',
    'quiet',
  ].join('\n');
  expect(readKernelLog(text)).toEqual([
    {
      kind: 'kasan',
      line: 3,
      title: 'BUG: KASAN: use-after-free in a+0x1/0x2',
      during: '/tests/free',
      report: [
        'BUG: KASAN: use-after-free in a+0x1/0x2',
        'Read of size 8 at addr ffff888003a0e2a8 by task free/33',
        'BUG: something inside',
      ],
    },
    expect.objectContaining({
      kind: 'warning',
      during: '/tests/next',
      report: [expect.anything(), 'Modules linked in: b'],
    }),
  ]);
});

test('a panic inside a report is told as well', () => {
  const text =
    'BUG: kernel NULL pointer dereference, address: 0\nRIP: a\nKernel panic - not syncing: Fatal exception\n';
  expect(readKernelLog(text).map(({ kind }) => kind)).toEqual(['oops', 'panic']);
});

test('warnings of a checker are new if they were not said as often before, wherever they stand', () => {
  const before = ['  CHECK   kernel/a.c', 'kernel/a.c:3:1: warning: odd', '/x/kernel/a.c:9:1: error: bad'];
  const after = [
    'kernel/a.c:7:1: warning: odd',
    'kernel/a.c:8:1: warning: odd',
    'kernel/a.c:9:2: error: bad',
    'kernel/a.c:1:1: note: x',
  ];
  expect(addedWarnings(before, after)).toEqual(['kernel/a.c:8:1: warning: odd']);
  expect(addedWarnings(after, after)).toEqual([]);
});
