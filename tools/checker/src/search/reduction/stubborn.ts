/**
 * Chooses in each state the processes that are asked for their moves. The WebAssembly of `codegen/wasm-stubborn.ts` does the
 * same, step for step; here it can be read.
 *
 * A set is grown from each process that can move: all whom its members' rows name are taken in, unless a guard that does
 * not hold now keeps them away; then whoever may make that guard hold is taken in instead. The smallest set wins.
 */
import { type Layout, readField } from '../../codegen/layout.js';
import type { System } from '../../ir/system.js';
import { noGuard } from './guards.js';
import type { Reduction, Sorting } from './reduction.js';

export interface Stubborn {
  /** Of the last state asked about: whether the set has exactly one move, which closes no loop. */
  readonly isChain: boolean;
}

/** A set of processes; -1: all of them. */
export type Chooser = (state: Uint32Array, offset: number) => { readonly processes: number; readonly moves: number };

export function chooserOf(system: System, layout: Layout, reduction: Reduction): Chooser {
  const { guards, guardRows, situationAt, situations, rows, columns, columnOf } = reduction;
  const count = system.processes.length;
  const found = new Int32Array(count);
  const column = new Int32Array(count);

  const sorted = (sorting: Sorting, state: Uint32Array, offset: number): number => {
    let node = sorting;
    while (node.kind === 'test') {
      const value = readField(layout.cells[node.cell]!, state, offset);
      node = node.branches.find(({ values }) => values.includes(value))!.node;
    }
    return node.situation;
  };

  return (state, offset) => {
    for (let process = 0; process < count; process++) {
      const point = readField(layout.counters[process]!, state, offset);
      found[process] = sorted(situationAt[process]![point]!, state, offset);
      column[process] = columnOf[process]![point]!;
    }
    let closed = 0;
    guards.forEach(({ cell, values }, index) => {
      if (!values.includes(readField(layout.cells[cell]!, state, offset))) closed |= 1 << index;
    });
    let best = { processes: -1, moves: Number.POSITIVE_INFINITY };
    for (let start = 0; start < count; start++) {
      if (!situations[found[start]!]!.canMove) continue;
      const set = grown(1 << start, closed, best.moves);
      if (set !== null && set.moves < best.moves) best = set;
      if (best.moves === 1) return best;
    }
    return best;
  };

  function grown(start: number, closed: number, limit: number): { processes: number; moves: number } | null {
    let processes = start;
    let kept = noGuard;
    let moves = 0;
    const todo: number[] = [];
    let fresh = start;
    for (;;) {
      for (let process = 0; process < count; process++) {
        if ((fresh & (1 << process)) === 0) continue;
        const situation = situations[found[process]!]!;
        moves += situation.moves;
        if (situation.needsAll || moves >= limit) return null;
        todo.push(situation.row);
      }
      fresh = 0;
      const row = todo.pop();
      if (row === undefined) return { processes, moves };
      for (let process = 0; process < count; process++) {
        if ((processes & (1 << process)) !== 0) continue;
        const keepers = rows[row * columns + column[process]!]!;
        if ((keepers & kept) !== 0) continue;
        const candidates = keepers & closed;
        if (candidates === 0) {
          processes |= 1 << process;
          fresh |= 1 << process;
          continue;
        }
        const guard = 31 - Math.clz32(candidates & -candidates);
        kept |= 1 << guard;
        todo.push(guardRows[guard]!);
      }
    }
  }
}
