/**
 * The decision trees of a system as flat lists: each leaf and each failure with the conditions that lead to it.
 *
 * Independence is asked of ways, not of steps or processes: a way names the values that it needs, so two ways that
 * touch the same cell can still be found never to disturb each other. What a way does apart from its place in the
 * process is its footprint, and equal footprints are one object: most ways of an unrolled process differ in nothing else.
 */
import type { Leaf, MonitorNode, Node, Process, System, Write } from '../../ir/system.js';

/** The cells that are looked at, and the values that let the step come here. */
export type Conditions = ReadonlyMap<number, readonly number[]>;

export interface Footprint {
  readonly id: number;
  readonly conditions: Conditions;
  /** Empty for a failure. */
  readonly writes: readonly Write[];
  /** The monitors of the leaf, and after them the invariants whose answer it may change. */
  readonly monitors: readonly MonitorNode[];
}

export interface Way {
  readonly point: number;
  /** `null` for a failure. */
  readonly target: number | null;
  readonly edge: number;
  readonly footprint: Footprint;
}

/** For each process its ways, in the order of points and edges. */
export function waysOf(system: System): readonly (readonly Way[])[] {
  const interned = new Map<string, Footprint>();
  const intern = (conditions: Conditions, leaf: Pick<Leaf, 'writes' | 'monitors'>): Footprint => {
    const monitors = [...leaf.monitors, ...touchedInvariants(system, leaf)];
    const sorted = [...conditions].sort(([a], [b]) => a - b);
    const writes = [...leaf.writes].sort((a, b) => a.cell - b.cell);
    const key = JSON.stringify([sorted, writes, monitors]);
    const known = interned.get(key);
    if (known !== undefined) return known;
    const footprint = { id: interned.size, conditions: new Map(sorted), writes, monitors };
    interned.set(key, footprint);
    return footprint;
  };
  return system.processes.map((process) => waysOfProcess(process, intern));
}

function waysOfProcess(
  { points }: Process,
  intern: (conditions: Conditions, leaf: Pick<Leaf, 'writes' | 'monitors'>) => Footprint,
): readonly Way[] {
  const ways: Way[] = [];
  const collect = (node: Node, point: number, conditions: Conditions): void => {
    switch (node.kind) {
      case 'test':
        for (const { values, node: next } of node.branches) {
          const allowed = both(conditions.get(node.cell), values);
          if (allowed.length > 0) collect(next, point, new Map(conditions).set(node.cell, allowed));
        }
        return;
      case 'choose':
        for (const one of node.nodes) collect(one, point, conditions);
        return;
      case 'leaf':
        ways.push({ point, target: node.target, edge: node.edge, footprint: intern(conditions, node) });
        return;
      case 'failure':
        ways.push({
          point,
          target: null,
          edge: node.edge,
          footprint: intern(conditions, { writes: [], monitors: [] }),
        });
        return;
      case 'blocked':
        return;
    }
  };
  points.forEach(({ step }, point) => {
    if (step !== null) collect(step, point, new Map());
  });
  return ways;
}

function both(known: readonly number[] | undefined, values: readonly number[]): readonly number[] {
  return known === undefined ? values : known.filter((value) => values.includes(value));
}

/**
 * An invariant gives another answer only after a step that writes what it reads. So it is taken for one more monitor of such
 * steps, and what is kept of monitors is kept of invariants.
 */
function touchedInvariants(
  { invariants }: System,
  { writes, monitors }: Pick<Leaf, 'writes' | 'monitors'>,
): readonly MonitorNode[] {
  const written = new Set(writes.map(({ cell }) => cell));
  for (const monitor of monitors) for (const cell of cellsOf(monitor).written) written.add(cell);
  return invariants
    .map(({ node }) => node)
    .filter((node) => [...cellsOf(node).read].some((cell) => written.has(cell)));
}

/** The cells that a monitor may read and may write. */
export function cellsOf(node: MonitorNode): {
  readonly read: ReadonlySet<number>;
  readonly written: ReadonlySet<number>;
} {
  const read = new Set<number>();
  const written = new Set<number>();
  const walk = (one: MonitorNode): void => {
    switch (one.kind) {
      case 'test':
        read.add(one.cell);
        for (const branch of one.branches) walk(branch.node);
        return;
      case 'note':
        for (const { cell } of one.writes) written.add(cell);
        return;
    }
  };
  walk(node);
  return { read, written };
}
