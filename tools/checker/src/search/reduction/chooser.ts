/**
 * Chooses in each state the processes that are asked for their moves. The WebAssembly of `codegen/wasm-choice.ts` does the
 * same, step for step; here it can be read.
 *
 * A set is grown from each process that can move: all whom its members' rows name are taken in, unless a guard that does
 * not hold now keeps them away; then whoever may make that guard hold is taken in instead. The set with the fewest
 * moves is chosen.
 */
import { type Layout, readField } from '../../codegen/layout.js';
import type { System } from '../../ir/system.js';
import type { ReductionName } from '../engine.js';
import { noGuard } from './guards.js';
import { type Reduction, reductionOf } from './reduction.js';
import type { Sorting } from './situation.js';

export const everyProcess = -1;

export interface Chosen {
  /** The process with number i is bit i; or `everyProcess`. */
  readonly processes: number;
  /** The process whose one move is all that is to be explored, and goes round no loop. */
  readonly chain: number | null;
}

export type Chooser = (state: Uint32Array, offset: number) => Chosen;

const everybody: Chosen = { processes: everyProcess, chain: null };

export function newChooser(system: System, layout: Layout, reduction: ReductionName): Chooser {
  return reduction === 'none' ? () => everybody : chooserOf(system, layout, reductionOf(system));
}

function chooserOf(system: System, layout: Layout, reduction: Reduction): Chooser {
  const { guards, guardRows, situations, rows, columns, columnOf } = reduction;
  const count = system.processes.length;
  /** For each process its situation and its column. */
  const found = new Int32Array(count);
  const column = new Int32Array(count);
  const cellIn = (cell: number, state: Uint32Array, offset: number): number =>
    readField(layout.cells[cell]!, state, offset);

  const situationIn = (sorting: Sorting, state: Uint32Array, offset: number): number => {
    let node = sorting;
    while (node.kind === 'test') {
      const value = cellIn(node.cell, state, offset);
      node = node.branches.find((branch) => branch.values.includes(value))!.node;
    }
    return node.situation;
  };

  /** null where it has to be everybody, or has `limit` moves or more. `closed`: the guards that do not hold. */
  const grown = (start: number, closed: number, limit: number): Grown | null => {
    let processes = 0;
    let kept = noGuard;
    let moves = 0;
    const todo: number[] = [];
    const take = (process: number): boolean => {
      const situation = situations.list[found[process]!]!;
      processes |= 1 << process;
      moves += situation.moves;
      todo.push(situation.row);
      return !situation.needsAll && moves < limit;
    };
    if (!take(start)) return null;
    for (let row = todo.pop(); row !== undefined; row = todo.pop())
      for (let process = 0; process < count; process++) {
        const keepers = rows[row * columns + column[process]!]!;
        if ((processes & (1 << process)) !== 0 || (keepers & kept) !== 0) continue;
        const candidates = keepers & closed;
        if (candidates === 0) {
          if (!take(process)) return null;
          continue;
        }
        const guard = 31 - Math.clz32(candidates & -candidates);
        kept |= 1 << guard;
        todo.push(guardRows[guard]!);
      }
    return { processes, moves };
  };

  return (state, offset) => {
    for (let process = 0; process < count; process++) {
      const point = readField(layout.counters[process]!, state, offset);
      found[process] = situationIn(situations.at[process]![point]!, state, offset);
      column[process] = columnOf[process]![point]!;
    }
    let closed = 0;
    for (let guard = 0; guard < guards.length; guard++)
      if (!guards[guard]!.values.includes(cellIn(guards[guard]!.cell, state, offset))) closed |= 1 << guard;
    let best: Grown = { processes: everyProcess, moves: Number.POSITIVE_INFINITY };
    for (let start = 0; start < count; start++) {
      if (!situations.list[found[start]!]!.canMove) continue;
      best = grown(start, closed, best.moves) ?? best;
      if (best.moves === 1) return { processes: best.processes, chain: start };
    }
    return { processes: best.processes, chain: null };
  };
}

interface Grown {
  readonly processes: number;
  readonly moves: number;
}
