/**
 * The values that a cell can really come to hold: its initial value, and what some step that was found writes.
 *
 * A read is a case of its own for each of these, and for no other value of the type. The set grows while processes are
 * unrolled, and what was built on a smaller set is built again: the fixpoint leaves nothing out, since a value that no
 * step writes is never read, in whatever order the steps are taken and seen.
 */
import type { Domains } from '../domain/domains.js';
import type { Cell } from '../value.js';

export interface Feasible {
  /** Indices into the cell's domain, ascending. Notes that what is being built depends on them. */
  readonly valuesOf: (cell: Cell) => readonly number[];
  readonly add: (cell: Cell, value: number) => void;
  /**
   * Runs `build`, and tells which cells it has asked for, and how many values each could hold when it was first asked:
   * what is built may itself add to them, and is out of date then.
   */
  readonly watch: <T>(build: () => T) => { readonly result: T; readonly asked: ReadonlyMap<Cell, number> };
  /** As if these cells had been asked for: for a result that is used again. */
  readonly ask: (cells: Iterable<Cell>) => void;
  /** The cells whose sets have grown since the last call. */
  readonly takeGrown: () => ReadonlySet<Cell>;
  /** How many values the cell can hold so far, without asking for them. */
  readonly sizeOf: (cell: Cell) => number;
}

/** A cell that comes to hold more than this is a counter: it is taken to hold whatever its type allows. */
const mostSingly = 32;

export function newFeasible(domains: Domains): Feasible {
  const sets = new Map<Cell, number[]>();
  let asked = new Map<Cell, number>();
  let grown = new Set<Cell>();
  const setOf = (cell: Cell): number[] => {
    const known = sets.get(cell);
    if (known !== undefined) return known;
    const fresh = [domains.indexOf(cell, cell.initial)];
    sets.set(cell, fresh);
    return fresh;
  };
  return {
    valuesOf(cell) {
      if (!asked.has(cell)) asked.set(cell, setOf(cell).length);
      return setOf(cell);
    },
    add(cell, value) {
      const values = setOf(cell);
      if (values.includes(value)) return;
      const more =
        values.length < mostSingly ? [...values, value] : domains.valuesOf(cell).map((_, index) => index);
      sets.set(
        cell,
        more.sort((a, b) => a - b),
      );
      grown.add(cell);
    },
    watch(build) {
      const outer = asked;
      asked = new Map();
      const result = build();
      const inner = asked;
      asked = outer;
      for (const [cell, size] of inner) if (!asked.has(cell)) asked.set(cell, size);
      return { result, asked: inner };
    },
    ask(cells) {
      for (const cell of cells) if (!asked.has(cell)) asked.set(cell, setOf(cell).length);
    },
    takeGrown() {
      const taken = grown;
      grown = new Set();
      return taken;
    },
    sizeOf: (cell) => setOf(cell).length,
  };
}

/** Every value of the type, from the start: the unrolling without the fixpoint, which tests compare it with. */
export function everyValue(domains: Domains): Feasible {
  return {
    valuesOf: (cell) => domains.valuesOf(cell).map((_, index) => index),
    add: () => {},
    watch: (build) => ({ result: build(), asked: new Map() }),
    ask: () => {},
    sizeOf: (cell) => domains.valuesOf(cell).length,
    takeGrown: () => new Set(),
  };
}
