/** What a kernel says of itself when something is wrong with it. */

/** From the worst to the least. */
export const findingKinds = [
  'panic',
  'no-init',
  'oops',
  'kasan',
  'kcsan',
  'ubsan',
  'lockdep',
  'stall',
  'hung-task',
  'sleeping',
  'out-of-memory',
  'bug',
  'warning',
] as const;

export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** 1-based, in the log. */
  readonly line: number;
  /** The line that tells it, without its time stamp. */
  readonly title: string;
  /** The report from that line on, without time stamps. */
  readonly report: readonly string[];
  /** The command that ran, as the guest's init marked it in the log. */
  readonly during?: string;
}
