/**
 * A system as a WebAssembly module that finds all states and tells every step: breadth first as the search, but each
 * successor is looked up, for what a step leads to is wanted also where the state is known.
 *
 * For the states that it is asked to expand in one go, it writes three lists, which the host takes:
 *
 *     targets   a word for each step: the number of the state that it leads to
 *     movers    a byte for each step: who takes it
 *     borders   a word for each state: the address behind the mover of its last step
 */
import type { Condition, System } from '../ir/system.js';
import { mostSuccessors } from './edges.js';
import type { Layout } from './layout.js';
import {
  block,
  branch,
  branchIf,
  type Code,
  call,
  get,
  getGlobal,
  giveBack,
  i32,
  loop,
  nothing,
  set,
  setGlobal,
  tee,
  when,
} from './wasm-code.js';
import { decide } from './wasm-decision.js';
import { entriesOf, hashInto, loadTable, slotOf } from './wasm-entries.js';
import { localsFrom, localsNamed } from './wasm-locals.js';
import {
  aligned,
  global,
  globalNames,
  type MemoryPlan,
  pageBytes,
  planMemory,
  putGlobal,
  recordHash,
  recordWords,
} from './wasm-memory.js';
import { type FunctionCode, moduleBytes } from './wasm-module.js';
import type { StateLocals } from './wasm-process.js';
import { addSteps } from './wasm-steps.js';
import { enterFunction } from './wasm-table.js';

/** Addresses at which the lists go on; the host sets them back. */
export const listGlobals = ['targets', 'movers', 'borders'] as const;

export interface GraphPlan {
  readonly memory: MemoryPlan;
  /** So many states may be expanded before the lists are taken. */
  readonly mostStates: number;
  /** Where the lists start. */
  readonly targets: number;
  readonly movers: number;
  readonly borders: number;
}

/** About as many steps as there is room for in the lists. */
const mostSteps = 1 << 17;

export function planGraph(system: System, layout: Layout): GraphPlan {
  const memory = planMemory(system, layout);
  const most = Math.max(1, mostSuccessors(system));
  const mostStates = Math.max(1, Math.floor(mostSteps / most));
  const targets = memory.arena;
  const movers = targets + 4 * mostStates * most;
  const borders = aligned(movers + mostStates * most);
  return {
    memory: { ...memory, arena: aligned(borders + 4 * mostStates) },
    mostStates,
    targets,
    movers,
    borders,
  };
}

/**
 * Exports `expand`, `enter`, the globals of `globalNames` and those of `listGlobals`. `expand(end)` expands the states before
 * `end`, but not those in which `last` holds. It returns 0 when all their successors are looked up, and 1 where the store is
 * full: call it again when there is room.
 */
export function compileGraph(
  system: System,
  layout: Layout,
  plan: GraphPlan,
  last: Condition | null,
): Uint8Array<ArrayBuffer> {
  const functions: FunctionCode[] = [];
  const add = (code: FunctionCode): number => functions.push(code) - 1;
  const steps = addSteps(system, layout, plan.memory, add);
  const lookUp = add(lookUpAllFunction(layout, plan.memory));
  add(enterFunction(layout, plan.memory));
  add(expandFunction(layout, plan.memory, last, lookUp, steps));
  return moduleBytes({
    memoryPages: { least: 1, most: 2 ** 32 / pageBytes },
    isShared: false,
    globals: [...globalNames, ...listGlobals],
    functions,
  });
}

const list = (name: (typeof listGlobals)[number]): number => globalNames.length + listGlobals.indexOf(name);

function expandFunction(
  layout: Layout,
  plan: MemoryPlan,
  last: Condition | null,
  lookUp: number,
  steps: (locals: StateLocals) => readonly Code[],
): FunctionCode {
  const names = [
    'end',
    'home',
    'state',
    'address',
    'record',
    'told',
    'full',
    'mover',
    'ended',
    'isLast',
  ] as const;
  const { end, home, state, address, record, told, full, mover, ended, isLast } = localsNamed(names);
  const words = localsFrom(names.length, layout.words);
  const tellMovers = (process: number): Code =>
    block(
      loop([
        branchIf(1, i32.eq(get(told), get(record))),
        i32.store8(get(mover), i32.number(process), 0),
        set(mover, i32.add(get(mover), i32.number(1))),
        set(told, i32.add(get(told), i32.number(plan.recordBytes))),
        branch(0),
      ]),
    );
  const allSteps = steps({ record, home, words }).map((code, process) => [code, tellMovers(process)]);
  const expand = [
    set(address, i32.mul(get(state), i32.number(plan.stateBytes))),
    words.map((local, word) => set(local, i32.load(get(address), plan.arena + 4 * word))),
    last === null
      ? allSteps
      : [
          set(isLast, i32.number(0)),
          holdsCode(layout, words, last, set(isLast, i32.number(1))),
          when(i32.eqz(get(isLast)), allSteps),
        ],
    i32.store(get(ended), get(mover), 0),
    set(ended, i32.add(get(ended), i32.number(4))),
    set(state, i32.add(get(state), i32.number(1))),
  ];
  const goesOn = i32.and(i32.lessUnsigned(get(record), get(full)), i32.lessUnsigned(get(state), get(end)));
  const body = [
    set(home, global('home')),
    set(full, i32.add(get(home), i32.number(plan.batchFull))),
    set(state, global('next')),
    loop([
      when(call(lookUp), giveBack(i32.number(1))),
      when(i32.eq(get(state), get(end)), giveBack(i32.number(0))),
      set(record, i32.add(get(home), i32.number(plan.batch))),
      set(told, get(record)),
      set(mover, getGlobal(list('movers'))),
      set(ended, getGlobal(list('borders'))),
      loop([expand, branchIf(0, goesOn)]),
      setGlobal(list('movers'), get(mover)),
      setGlobal(list('borders'), get(ended)),
      putGlobal('next', get(state)),
      putGlobal('pending', i32.add(get(home), i32.number(plan.batch))),
      putGlobal('pendingEnd', get(record)),
      branch(0),
    ]),
    i32.number(0),
  ];
  return { name: 'expand', parameters: 1, results: 1, locals: names.length - 1 + layout.words, body };
}

/** Looks up all that is pending, and tells the number of each. It returns 0 when nothing is any more, 1 where the store is full. */
function lookUpAllFunction(layout: Layout, plan: MemoryPlan): FunctionCode {
  const names = [
    'home',
    'record',
    'end',
    'hash',
    'slot',
    'address',
    'sink',
    'entry',
    'tag',
    'told',
    'table',
    'bits',
  ] as const;
  const { home, record, end, hash, slot, address, sink, entry, tag, told, ...table } = localsNamed(names);
  const words = localsFrom(names.length, layout.words);
  const nextRecord = branchIf(
    0,
    i32.lessUnsigned(tee(record, i32.add(get(record), i32.number(plan.recordBytes))), get(end)),
  );
  const touch = [
    hashInto(
      plan,
      hash,
      words.map((_, word) => i32.load(get(record), recordWords + 4 * word)),
    ),
    i32.store(get(record), get(hash), recordHash),
    set(sink, i32.xor(get(sink), i32.load(slotOf(plan, table, get(hash)), 0))),
    nextRecord,
  ];
  const entries = entriesOf(plan, { hash, slot, address, entry, tag, words, ...table });
  const insert = [
    when(i32.eq(global('states'), global('room')), [
      putGlobal('pending', get(record)),
      setGlobal(list('targets'), get(told)),
      giveBack(i32.number(1)),
    ]),
    set(address, i32.mul(global('states'), i32.number(plan.stateBytes))),
    words.map((local, word) => i32.store(get(address), get(local), plan.arena + 4 * word)),
    entries.put,
    putGlobal('states', i32.add(global('states'), i32.number(1))),
    set(entry, global('states')),
  ];
  const find = [
    words.map((local, word) => set(local, i32.load(get(record), recordWords + 4 * word))),
    set(hash, i32.load(get(record), recordHash)),
    entries.prepare,
    set(slot, slotOf(plan, table, get(hash))),
    block([block(entries.search(2)), insert]),
    // An entry is a number + 1.
    i32.store(get(told), i32.sub(get(entry), i32.number(1)), 0),
    set(told, i32.add(get(told), i32.number(4))),
    nextRecord,
  ];
  const body = [
    set(end, global('pendingEnd')),
    when(i32.eq(tee(record, global('pending')), get(end)), giveBack(i32.number(0))),
    set(home, global('home')),
    set(told, getGlobal(list('targets'))),
    loadTable(table),
    loop(touch),
    i32.store(get(home), get(sink), plan.sink),
    set(record, global('pending')),
    loop(find),
    setGlobal(list('targets'), get(told)),
    putGlobal('pending', get(end)),
    i32.number(0),
  ];
  return { parameters: 0, results: 1, locals: names.length + layout.words, body };
}

/** Runs the code where the condition holds. */
function holdsCode(layout: Layout, words: readonly number[], condition: Condition, code: Code): Code {
  if (condition.kind !== 'test') return condition.kind === 'holds' ? code : nothing;
  return decide(
    layout.cells[condition.cell]!,
    words,
    condition.branches.map(({ values, node }) => ({ values, code: holdsCode(layout, words, node, code) })),
  );
}
