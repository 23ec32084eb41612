/** The breadth-first loop, as WebAssembly. It gives control back at a given state, and where the store is full. */
import type { System } from '../ir/system.js';
import type { Layout } from './layout.js';
import {
  branch,
  branchIf,
  type Code,
  call,
  get,
  giveBack,
  i32,
  loop,
  nothing,
  set,
  when,
} from './wasm-code.js';
import { holds } from './wasm-decision.js';
import { localsFrom, localsNamed } from './wasm-locals.js';
import { global, type MemoryPlan, putGlobal } from './wasm-memory.js';
import type { FunctionCode } from './wasm-module.js';
import { checksOf, endPoints, type StateLocals } from './wasm-process.js';

/** The numbers of the functions that the loop calls. */
export interface Callees {
  readonly filter: number;
  readonly lookUp: number;
  /** Appends the successors to the batch: by all processes, or by those in the set in the local `chosen`. */
  readonly steps: (locals: StateLocals, chosen: number | null) => Code;
  readonly reduction: ReductionCallees | null;
}

export interface ReductionCallees {
  readonly choose: number;
  /** Only where chains are gone through. */
  readonly pass: number | null;
}

/**
 * `run(end)` asks all states before `end` for their successors; they must have been found. It returns 0 when all of these are
 * looked up, and 1 where the store is full: call it again when there is room.
 */
export function runFunction(
  system: System,
  layout: Layout,
  plan: MemoryPlan,
  callees: Callees,
): FunctionCode {
  const names = ['end', 'start', 'address', 'record', 'state', 'home', 'full', 'chosen'] as const;
  const { end, start, address, record, state, home, full, chosen } = localsNamed(names);
  const words = localsFrom(names.length, layout.words);
  const { steps, reduction } = callees;
  const locals = { record, home, words };
  const successors =
    reduction === null
      ? steps(locals, null)
      : [set(chosen, call(reduction.choose, ...words.map(get))), steps(locals, chosen)];
  const passAll =
    reduction === null || reduction.pass === null
      ? nothing
      : loop(
          when(i32.ne(get(start), get(record)), [
            call(reduction.pass, get(start)),
            set(start, i32.add(get(start), i32.number(plan.recordBytes))),
            branch(1),
          ]),
        );
  const expand = [
    set(start, get(record)),
    set(address, i32.mul(get(state), i32.number(plan.stateBytes))),
    words.map((local, word) => set(local, i32.load(get(address), plan.arena + 4 * word))),
    putGlobal('failed', i32.number(0)),
    successors,
    when(i32.eq(get(record), get(start)), stuck(system, layout, plan, { home, words })),
    passAll,
    set(state, i32.add(get(state), i32.number(1))),
  ];
  const batchHasRoom = i32.lessUnsigned(get(record), get(full));
  const body = [
    set(home, global('home')),
    set(full, i32.add(get(home), i32.number(plan.batchFull))),
    set(state, global('next')),
    loop([
      when(call(callees.lookUp), giveBack(i32.number(1))),
      when(i32.eq(get(state), get(end)), giveBack(i32.number(0))),
      set(record, i32.add(get(home), i32.number(plan.batch))),
      loop([expand, branchIf(0, i32.and(batchHasRoom, i32.lessUnsigned(get(state), get(end))))]),
      putGlobal('next', get(state)),
      call(callees.filter, get(record)),
      branch(0),
    ]),
    i32.number(0),
  ];
  return {
    name: 'run',
    parameters: 1,
    results: 1,
    locals: names.length - 1 + layout.words,
    body,
  };
}

/** Counts and checks a state without successors, unless a process of it fails. */
function stuck(system: System, layout: Layout, plan: MemoryPlan, locals: Omit<StateLocals, 'record'>): Code {
  const { words } = locals;
  const allEnded = system.processes
    .map((process, index) => holds(layout.counters[index]!, words, endPoints(process)))
    .reduce((a, b) => i32.and(isTrue(a), isTrue(b)), i32.number(1));
  const count = (name: 'ends' | 'deadlocks') => putGlobal(name, i32.add(global(name), i32.number(1)));
  return when(i32.eqz(global('failed')), [
    when(allEnded, count('ends'), count('deadlocks')),
    checksOf(layout, plan, system.atEnd, locals),
  ]);
}

function isTrue(condition: Code): Code {
  return i32.ne(condition, i32.number(0));
}
