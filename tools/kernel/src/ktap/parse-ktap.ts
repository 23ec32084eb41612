/**
 * Reads KTAP (Documentation/dev-tools/ktap.rst) and the older dialects that selftests print: TAP 13 of kselftest.h, with its
 * `ok 3 # SKIP why` without a name. Subtests are told by indentation, of whatever width, and belong to the next point outside.
 */
import type { Directive, TestPoint } from './test-point.js';

export interface ParsedTap {
  readonly points: readonly TestPoint[];
  /** How many points were announced; undefined if nothing was. */
  readonly planned: number | undefined;
  /** Why nothing is tested at all: `1..0 # SKIP why`. */
  readonly skipped?: string;
  /** Why the program gave up: `Bail out! why`. */
  readonly bailedOut?: string;
  /** Talk after the last point. */
  readonly talk: readonly string[];
}

/** Any text gives a result; what is not of the protocol is talk. */
export function parseKtap(text: string): ParsedTap {
  const levels: Level[] = [newLevel(0)];
  let planned: number | undefined;
  let skipped: string | undefined;
  let bailedOut: string | undefined;
  for (const line of text.split(/\r*\n/)) {
    if (line.trim() === '') continue;
    const indent = /^ */.exec(line)![0].length;
    const bare = line.slice(indent);
    const read = readLine(bare);
    if (read.kind === 'talk') {
      levels.at(-1)!.talk.push(bare.replace(/^# ?/, ''));
      continue;
    }
    const level = levelAt(levels, indent);
    if (read.kind === 'point') {
      level.points.push({ ...read.point, talk: level.talk.splice(0), points: level.inner.splice(0) });
    } else if (read.kind === 'plan' && levels.length === 1) {
      planned = read.count;
      if (read.directive?.kind === 'skip') skipped = read.directive.reason;
    } else if (read.kind === 'bail-out') bailedOut = read.reason;
  }
  levelAt(levels, 0);
  const [outer] = levels;
  return {
    // A subtest whose own point never came was not finished.
    points: [...outer!.points, ...outer!.inner],
    planned,
    ...(skipped === undefined ? {} : { skipped }),
    ...(bailedOut === undefined ? {} : { bailedOut }),
    talk: outer!.talk,
  };
}

interface Level {
  readonly indent: number;
  readonly points: TestPoint[];
  readonly talk: string[];
  /** Points of the subtest that was read last, and waits for its own point. */
  readonly inner: TestPoint[];
}

function newLevel(indent: number): Level {
  return { indent, points: [], talk: [], inner: [] };
}

/** Opens or closes levels until the last one has this indentation. */
function levelAt(levels: Level[], indent: number): Level {
  for (let top = levels.at(-1)!; top.indent > indent && levels.length > 1; top = levels.at(-1)!) {
    levels.pop();
    levels.at(-1)!.inner.push(...top.points, ...top.inner);
    levels.at(-1)!.talk.push(...top.talk);
  }
  const top = levels.at(-1)!;
  if (top.indent >= indent) return top;
  const deeper = newLevel(indent);
  levels.push(deeper);
  return deeper;
}

type Line =
  | { readonly kind: 'point'; readonly point: Omit<TestPoint, 'talk' | 'points'> }
  | { readonly kind: 'plan'; readonly count: number; readonly directive: Directive | undefined }
  | { readonly kind: 'heading' }
  | { readonly kind: 'bail-out'; readonly reason: string }
  | { readonly kind: 'talk' };

function readLine(bare: string): Line {
  const point = /^(ok|not ok)\b(?: \d+)?(?: -)?(.*)$/.exec(bare);
  if (point !== null) {
    const { name, directive } = splitDirective(point[2]!);
    const isOk = point[1] === 'ok';
    return { kind: 'point', point: { isOk, name, ...(directive === undefined ? {} : { directive }) } };
  }
  const plan = /^1\.\.(\d+)(.*)$/.exec(bare);
  if (plan !== null)
    return { kind: 'plan', count: Number(plan[1]), directive: splitDirective(plan[2]!).directive };
  // The point of a subtest has its name too.
  if (/^(?:K?TAP version \d+$|# Subtest: )/.test(bare)) return { kind: 'heading' };
  const bail = /^(?:# )?Bail out!(.*)$/.exec(bare);
  return bail === null ? { kind: 'talk' } : { kind: 'bail-out', reason: bail[1]!.trim() };
}

/** XFAIL is the kernel's: a failure that is expected. */
function splitDirective(text: string): { readonly name: string; readonly directive: Directive | undefined } {
  const match = /^(.*?)(?:^|\s)# ?(SKIP|TODO|XFAIL)\b:?(.*)$/i.exec(text);
  if (match === null) return { name: text.trim(), directive: undefined };
  const kind = match[2]!.toUpperCase() === 'SKIP' ? 'skip' : 'todo';
  const reason = match[3]!.trim();
  const name = match[1]!.trim();
  // kselftest.h writes the name of a skipped test where others write why.
  return { name: name === '' ? reason : name, directive: { kind, reason } };
}
