/**
 * The choice of the processes that are asked for their moves, as WebAssembly: step for step what `search/reduction/chooser.ts`
 * does, which explains it.
 *
 * Which situation a process is in is found by code that is made from its decision trees; all else is looked up in tables that
 * the host puts into the memory.
 *
 *     rows | rows of the guards | situations: row, moves, whether it can move, whether it needs all | columns by process and point
 */
import type { System } from '../ir/system.js';
import type { Reduction } from '../search/reduction/reduction.js';
import type { Sorting } from '../search/reduction/situation.js';
import type { Layout } from './layout.js';
import {
  block,
  branch,
  branchIf,
  type Code,
  call,
  get,
  giveBack,
  i32,
  loop,
  set,
  tee,
  when,
} from './wasm-code.js';
import { decide, holds, readValue } from './wasm-decision.js';
import { localsFrom, localsNamed } from './wasm-locals.js';
import { chooserAddress, global, type MemoryPlan, putGlobal, recordWords } from './wasm-memory.js';
import type { FunctionCode } from './wasm-module.js';
import { checksOf, type StateLocals } from './wasm-process.js';
import type { ReductionCallees } from './wasm-search.js';

export interface Choice {
  readonly reduction: Reduction;
  readonly tables: ChoiceTables;
  readonly chains: boolean;
}

/** `add` gives a function its number. */
export function addChoice(
  system: System,
  layout: Layout,
  plan: MemoryPlan,
  { reduction, tables, chains }: Choice,
  steps: (locals: StateLocals, chosen: number) => Code,
  add: (code: FunctionCode) => number,
): ReductionCallees {
  const situations = system.processes.map((_, process) =>
    add(situationFunction(layout, reduction, tables, process)),
  );
  const choose = add(chooseFunction(layout, plan, reduction, tables, situations));
  return { choose, pass: chains ? add(passFunction(system, layout, plan, choose, steps)) : null };
}

/** Words of a situation. */
const situation = { row: 0, moves: 4, canMove: 8, needsAll: 12 } as const;
const situationBytes = 16;

/** What a record says of moves where there is no bound; none has so many. */
const unlimited = 0x7fffffff;

/** Addresses; they are in the words, too. */
interface ChoiceTables {
  readonly guardRows: number;
  readonly situations: number;
  /** For each process: of the column of its first point. A column is a byte offset in a row. */
  readonly columns: readonly number[];
  readonly words: Int32Array;
}

export function choiceTables(reduction: Reduction): ChoiceTables {
  const address = chooserAddress;
  const { rows, columns, guardRows, situations, columnOf } = reduction;
  const rowAddress = (row: number): number => address + 4 * row * columns;
  const words: number[] = [...rows];
  const put = (more: readonly number[]): number => {
    const at = address + 4 * words.length;
    for (const word of more) words.push(word);
    return at;
  };
  return {
    guardRows: put(guardRows.map(rowAddress)),
    situations: put(
      situations.list.flatMap(({ row, moves, canMove, needsAll }) => [
        rowAddress(row),
        moves,
        Number(canMove),
        Number(needsAll),
      ]),
    ),
    columns: columnOf.map((ofPoints) => put(ofPoints.map((column) => 4 * column))),
    words: Int32Array.from(words),
  };
}

/** `situation(...words)` returns the address of the situation that a process is in. */
function situationFunction(
  layout: Layout,
  { situations }: Reduction,
  tables: ChoiceTables,
  process: number,
): FunctionCode {
  const words = localsFrom(0, layout.words);
  const codeOf = (sorting: Sorting): Code =>
    sorting.kind === 'situation'
      ? giveBack(i32.number(tables.situations + situationBytes * sorting.situation))
      : decide(
          layout.cells[sorting.cell]!,
          words,
          sorting.branches.map(({ values, node }) => ({ values, code: codeOf(node) })),
        );
  const alike = new Map<string, { readonly values: number[]; readonly code: Code }>();
  situations.at[process]!.forEach((sorting, point) => {
    const key = JSON.stringify(sorting);
    const known = alike.get(key) ?? { values: [], code: codeOf(sorting) };
    known.values.push(point);
    alike.set(key, known);
  });
  const body = [decide(layout.counters[process]!, words, [...alike.values()]), i32.number(tables.situations)];
  return { parameters: layout.words, results: 1, locals: 0, body };
}

/**
 * `choose(...words)` returns the set of processes and sets the global `moves` to the number of their moves; -1 is everybody.
 * `situations` are the numbers of the functions for the processes.
 */
function chooseFunction(
  layout: Layout,
  plan: MemoryPlan,
  { guards }: Reduction,
  tables: ChoiceTables,
  situations: readonly number[],
): FunctionCode {
  const names = [
    'home',
    'closed',
    'start',
    'best',
    'bestMoves',
    'processes',
    'moves',
    'kept',
    'top',
    'row',
    'keepers',
    'here',
  ] as const;
  const words = localsFrom(0, layout.words);
  const own = localsFrom(layout.words, names.length);
  const local = Object.fromEntries(
    Object.entries(localsNamed(names)).map(([name, index]) => [name, own[index]!]),
  ) as Record<(typeof names)[number], number>;
  const { home, closed, start, best, bestMoves, processes, moves, kept, top, row, keepers, here } = local;
  const found = localsFrom(layout.words + names.length, situations.length);
  const column = localsFrom(layout.words + names.length + situations.length, situations.length);

  const push = (value: Code): Code => [
    i32.store(get(top), value, 0),
    set(top, i32.add(get(top), i32.number(4))),
  ];
  /** `giveUp` leaves the attempt where it has to be everybody, or has too many moves. */
  const take = (bit: Code, giveUp: (condition: Code) => Code): Code => [
    set(processes, i32.or(get(processes), bit)),
    set(moves, i32.add(get(moves), i32.load(get(here), situation.moves))),
    push(i32.load(get(here), situation.row)),
    giveUp(
      i32.or(i32.load(get(here), situation.needsAll), i32.eqz(i32.lessUnsigned(get(moves), get(bestMoves)))),
    ),
  ];
  const firstGuard = i32.trailingZeros(i32.and(get(keepers), get(closed)));
  /** Inside the attempt, the loop over rows, and a block of its own. */
  const meet = (process: number): Code =>
    block([
      branchIf(0, i32.and(get(processes), i32.number(1 << process))),
      set(keepers, i32.load(i32.add(get(row), get(column[process]!)), 0)),
      branchIf(0, i32.and(get(keepers), get(kept))),
      when(
        i32.and(get(keepers), get(closed)),
        [
          set(keepers, firstGuard),
          set(kept, i32.or(get(kept), i32.shiftLeft(i32.number(1), get(keepers)))),
          push(i32.load(i32.shiftLeft(get(keepers), i32.number(2)), tables.guardRows)),
        ],
        [
          set(here, get(found[process]!)),
          take(i32.number(1 << process), (condition) => branchIf(3, condition)),
        ],
      ),
    ]);
  const bottom = i32.add(get(home), i32.number(plan.rowsToMeet));
  const grow = [
    set(here, i32.load(i32.add(get(home), i32.shiftLeft(get(start), i32.number(2))), plan.situations)),
    branchIf(0, i32.eqz(i32.load(get(here), situation.canMove))),
    set(processes, i32.number(0)),
    set(moves, i32.number(0)),
    set(kept, i32.number(1 << 31)),
    set(top, bottom),
    take(i32.shiftLeft(i32.number(1), get(start)), (condition) => branchIf(0, condition)),
    loop([
      set(row, i32.load(tee(top, i32.sub(get(top), i32.number(4))), 0)),
      situations.map((_, process) => meet(process)),
      branchIf(0, i32.ne(get(top), bottom)),
    ]),
    set(best, get(processes)),
    set(bestMoves, get(moves)),
  ];
  const body = [
    set(home, global('home')),
    situations.map((number, process) => [
      set(found[process]!, call(number, ...words.map(get))),
      i32.store(get(home), get(found[process]!), plan.situations + 4 * process),
      set(
        column[process]!,
        i32.load(
          i32.shiftLeft(readValue(layout.counters[process]!, words), i32.number(2)),
          tables.columns[process]!,
        ),
      ),
    ]),
    guards.map(({ cell, values }, guard) =>
      set(
        closed,
        i32.or(
          get(closed),
          i32.shiftLeft(i32.eqz(holds(layout.cells[cell]!, words, values)), i32.number(guard)),
        ),
      ),
    ),
    set(best, i32.number(-1)),
    set(bestMoves, i32.number(unlimited)),
    loop([
      block(grow),
      set(start, i32.add(get(start), i32.number(1))),
      branchIf(
        0,
        i32.and(
          i32.lessUnsigned(get(start), i32.number(situations.length)),
          i32.ne(get(bestMoves), i32.number(1)),
        ),
      ),
    ]),
    putGlobal('moves', get(bestMoves)),
    get(best),
  ];
  const locals = names.length + 2 * situations.length;
  return { parameters: layout.words, results: 1, locals, body };
}

/**
 * `pass(record)` goes on from the state in the record as long as there is nothing but one step to explore, and leaves the state
 * where that ends in the record. Each loop has a marked step, which is explored among all others, so it comes to an end.
 */
function passFunction(
  system: System,
  layout: Layout,
  plan: MemoryPlan,
  choose: number,
  steps: (locals: StateLocals, chosen: number) => Code,
): FunctionCode {
  const names = ['record', 'home', 'chosen', 'next'] as const;
  const { record, home, chosen, next } = localsNamed(names);
  const words = localsFrom(names.length, layout.words);
  const body = [
    set(home, global('home')),
    loop([
      words.map((local, word) => set(local, i32.load(get(record), recordWords + 4 * word))),
      set(chosen, call(choose, ...words.map(get))),
      when(i32.eq(global('moves'), i32.number(1)), [
        checksOf(layout, plan, system.invariants, { home, words }),
        set(next, get(record)),
        steps({ record: next, home, words }, chosen),
        putGlobal('passed', i32.add(global('passed'), i32.number(1))),
        branch(1),
      ]),
    ]),
  ];
  return { parameters: 1, results: 0, locals: names.length - 1 + layout.words, body };
}
