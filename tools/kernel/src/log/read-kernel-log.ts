/**
 * Reads the console of a kernel for what should not stand in it. The words are those of Linux 6.1: kernel/panic.c,
 * arch/x86/kernel/dumpstack.c, mm/kasan/report.c, kernel/kcsan/report.c, kernel/locking/lockdep.c, kernel/rcu/tree_stall.h,
 * kernel/hung_task.c, kernel/watchdog.c, kernel/sched/core.c, mm/oom_kill.c, init/main.c.
 */
import type { Finding, FindingKind } from './finding.js';

/** The first that fits; so what is said more exactly stands in front. */
const patterns: readonly (readonly [FindingKind, RegExp])[] = [
  [
    'no-init',
    /^Kernel panic - not syncing: (?:No working init found|VFS: Unable to mount root fs|Attempted to kill init|Requested init)/,
  ],
  ['panic', /^Kernel panic - not syncing/],
  ['kasan', /^BUG: KASAN: /],
  ['kasan', /^BUG: KFENCE: /],
  ['kcsan', /^BUG: KCSAN: /],
  ['ubsan', /^UBSAN: /],
  [
    'sleeping',
    /^BUG: (?:sleeping function called from invalid context|scheduling while atomic|using \w+\(\) in preemptible)/,
  ],
  [
    'lockdep',
    /^(?:WARNING|BUG): (?:(?:possible|suspicious|inconsistent|bad|held|lock|Nested|process|key) .*)$/,
  ],
  ['lockdep', /^INFO: (?:trying to register non-static key|possible )/],
  ['lockdep', /^BUG: (?:MAX_LOCKDEP|MAX_LOCK_DEPTH|spinlock (?:bad magic|recursion|lockup|wrong|already))/],
  ['stall', /^(?:rcu: )?INFO: \w+ (?:self-)?detected (?:expedited )?stalls?\b/],
  ['stall', /^watchdog: BUG: soft lockup/],
  ['hung-task', /^INFO: task .* blocked for more than \d+ seconds/],
  [
    'oops',
    /^(?:Oops|general protection fault|invalid opcode|divide error|int3|double fault|stack segment)\b.*(?:\[#\d+\]|: [0-9a-f]{4})/,
  ],
  ['oops', /^(?:BUG: unable to handle|BUG: kernel NULL pointer|Unable to handle kernel)/],
  ['out-of-memory', /^(?:Out of memory|.* invoked oom-killer)/],
  ['bug', /^kernel BUG at /],
  // mm/slub.c: `BUG kmalloc-64 (Not tainted): Left Redzone overwritten`.
  ['bug', /^BUG \S+ \([^)]*\): /],
  ['bug', /^(?:BUG:|list_(?:add|del) corruption|refcount_t: )/],
  ['warning', /^WARNING: CPU: \d+ PID: \d+/],
  ['warning', /^WARNING: /],
];

/** `quiesce: run 3 /tests/attach`, which the guest's init writes into the kernel's log. */
const runMark = /^quiesce: run \d+ (.+)$/;
const endMark = /^quiesce: (?:exit \d+ |end$)/;

/** How many lines of a report are kept. */
const longestReport = 40;

export function readKernelLog(text: string): readonly Finding[] {
  const lines = text.split(/\r*\n/).map(withoutStamp);
  const findings: Finding[] = [];
  let during: string | undefined;
  let until = 0;
  lines.forEach((title, index) => {
    const run = runMark.exec(title)?.[1];
    if (run !== undefined) during = run;
    else if (endMark.test(title)) during = undefined;
    const kind = patterns.find(([, pattern]) => pattern.test(title))?.[0];
    // What stands inside the report of another finding is a part of it, but for a panic: it is what ended the run.
    if (kind === undefined || (index < until && kind !== 'panic' && kind !== 'no-init')) return;
    const report = reportFrom(lines, index);
    until = index + report.length;
    findings.push({ kind, line: index + 1, title, report, ...(during === undefined ? {} : { during }) });
  });
  return findings;
}

/** A report ends with the trace's end mark, with a line of `=`, or where the log speaks of something else for long. */
function reportFrom(lines: readonly string[], start: number): readonly string[] {
  const most = lines.slice(start, start + longestReport);
  const end = most.findIndex(
    (line, index) =>
      index > 0 &&
      (/^-+\[ end /.test(line) || /^={20,}$/.test(line) || runMark.test(line) || endMark.test(line)),
  );
  const whole = end < 0 ? most : most.slice(0, end);
  // The log may end with it.
  return whole.slice(0, whole.findLastIndex((line) => line !== '') + 1);
}

/** `[    1.234567]` with CONFIG_PRINTK_TIME, `[    T42]` with CONFIG_PRINTK_CALLER, or both. */
function withoutStamp(line: string): string {
  return line.replace(/^(?:<\d>)?(?:\[ *\d+\.\d{6}\] ?)?(?:\[ *[TC]\d+\] ?)?/, '').trimEnd();
}
