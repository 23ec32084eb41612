/**
 * Whether two ways of different processes disturb each other.
 *
 * They accord if in every state in which both are enabled each leaves the other enabled, and both orders lead to one state
 * and give the same signals. This is exact: what the ways themselves test and write are constants, so it can be read
 * off; what their monitors do is found by running both orders over every value of the cells that these look at.
 */
import { signalNumber } from '../../ir/stepper.js';
import type { MonitorNode, System, Write } from '../../ir/system.js';
import { cellsOf, type Footprint } from './ways.js';

/** Above so many valuations the ways are taken to disturb each other: always allowed, only less is saved. */
const mostValuations = 20_000;

export type Accord = (a: Footprint, b: Footprint) => boolean;

/** Remembers its answers. */
export function accordIn({ cells }: Pick<System, 'cells'>): Accord {
  const touches = new Map<number, Touched>();
  const known = new Map<string, boolean>();
  const touchedBy = (footprint: Footprint): Touched => {
    const touched = touches.get(footprint.id) ?? touchedOf(footprint);
    touches.set(footprint.id, touched);
    return touched;
  };
  return (a, b) => {
    const [touchedA, touchedB] = [touchedBy(a), touchedBy(b)];
    if (!meet(touchedA.written, touchedB.all) && !meet(touchedB.written, touchedA.all)) return true;
    const key = a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`;
    const answer = known.get(key) ?? accord(a, b, touchedA, touchedB, (cell) => cells[cell]!.domain.length);
    known.set(key, answer);
    return answer;
  };
}

interface Touched {
  /** By the way or by a monitor of it. */
  readonly written: ReadonlySet<number>;
  readonly all: ReadonlySet<number>;
}

function touchedOf({ conditions, writes, monitors }: Footprint): Touched {
  const written = new Set(writes.map(({ cell }) => cell));
  const all = new Set([...conditions.keys(), ...written]);
  for (const monitor of monitors) {
    const cells = cellsOf(monitor);
    for (const cell of cells.written) written.add(cell);
    for (const cell of [...cells.read, ...cells.written]) all.add(cell);
  }
  return { written, all };
}

function accord(
  a: Footprint,
  b: Footprint,
  touchedA: Touched,
  touchedB: Touched,
  sizeOf: (cell: number) => number,
): boolean {
  const together = jointly(a, b);
  if (together === null) return true;
  if (!leavesEnabled(a, b) || !leavesEnabled(b, a)) return false;
  if (a.writes.some(({ cell, value }) => b.writes.some((one) => one.cell === cell && one.value !== value)))
    return false;
  const watchingA = entangled(a, touchedB);
  const watchingB = entangled(b, touchedA);
  if (watchingA.length + watchingB.length === 0) return true;
  const read = new Set([...watchingA, ...watchingB].flatMap((monitor) => [...cellsOf(monitor).read]));
  const ranges = [...read].map(
    (cell) =>
      [cell, together.get(cell) ?? Array.from({ length: sizeOf(cell) }, (_, value) => value)] as const,
  );
  if (ranges.reduce((product, [, values]) => product * values.length, 1) > mostValuations) return false;
  const partA = { writes: a.writes, monitors: watchingA };
  const partB = { writes: b.writes, monitors: watchingB };
  return everyValuation(ranges, (before) => {
    const [firstA, thenB] = [new Map(before), new Map<number, number>()];
    const signalsA = run(partA, firstA);
    for (const [cell, value] of firstA) thenB.set(cell, value);
    const signalsThenB = run(partB, thenB);
    const other = new Map(before);
    const signalsB = run(partB, other);
    const signalsThenA = run(partA, other);
    return (
      same(signalsA, signalsThenA) &&
      same(signalsB, signalsThenB) &&
      thenB.size === other.size &&
      [...thenB].every(([cell, value]) => other.get(cell) === value)
    );
  });
}

/** The values that let both be enabled; null if there are none. */
function jointly(a: Footprint, b: Footprint): Map<number, readonly number[]> | null {
  const values = new Map(a.conditions);
  for (const [cell, allowed] of b.conditions) {
    const joint = (values.get(cell) ?? allowed).filter((value) => allowed.includes(value));
    if (joint.length === 0) return null;
    values.set(cell, joint);
  }
  return values;
}

/** Whether `a` leaves `b` enabled. */
function leavesEnabled(a: Footprint, b: Footprint): boolean {
  return a.writes.every(({ cell, value }) => b.conditions.get(cell)?.includes(value) ?? true);
}

/**
 * The monitors whose answer the other way may change, or that may write what the other touches; and, as they run one after the
 * other, those that read what one of these writes.
 */
function entangled({ monitors }: Footprint, other: Touched): readonly MonitorNode[] {
  const suspect = new Set<number>();
  const chosen = new Set<MonitorNode>();
  for (let size = -1; size < chosen.size; ) {
    size = chosen.size;
    for (const monitor of monitors) {
      const { read, written } = cellsOf(monitor);
      const isEntangled = meet(written, other.all) || meet(read, other.written) || meet(read, suspect);
      if (!isEntangled || chosen.has(monitor)) continue;
      chosen.add(monitor);
      for (const cell of written) suspect.add(cell);
    }
  }
  return monitors.filter((monitor) => chosen.has(monitor));
}

/** Writes to `cells`, and returns the signals, in order. */
function run(
  { writes, monitors }: { readonly writes: readonly Write[]; readonly monitors: readonly MonitorNode[] },
  cells: Map<number, number>,
): readonly number[] {
  const signals: number[] = [];
  for (const { cell, value } of writes) cells.set(cell, value);
  for (const monitor of monitors) {
    let node: MonitorNode | undefined = monitor;
    while (node?.kind === 'test') {
      const value: number = cells.get(node.cell)!;
      node = node.branches.find(({ values }) => values.includes(value))?.node;
    }
    if (node === undefined) continue;
    for (const { cell, value } of node.writes) cells.set(cell, value);
    for (const signal of node.signals) signals.push(signalNumber(signal));
  }
  return signals;
}

function everyValuation(
  ranges: readonly (readonly [cell: number, values: readonly number[]])[],
  holds: (valuation: ReadonlyMap<number, number>) => boolean,
  chosen: Map<number, number> = new Map(),
): boolean {
  const [first, ...rest] = ranges;
  if (first === undefined) return holds(chosen);
  return first[1].every((value) => everyValuation(rest, holds, chosen.set(first[0], value)));
}

function meet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const one of small) if (large.has(one)) return true;
  return false;
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
