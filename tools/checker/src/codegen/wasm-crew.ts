/**
 * What a worker does where several share the store, as WebAssembly: all but to make room, which is the host's.
 *
 * The arena is cut into chunks. A worker writes the states that it finds to a chunk of its own, and takes another one
 * with an atomic addition when it is full; the first place of a chunk tells how many states are in it. At the end of a level
 * all close theirs, so the level is a run of chunks, and the next one is asked for successors chunk by chunk, again with an
 * atomic addition. So nobody waits for anybody inside a level, and the number of a state still is its address.
 */
import {
  atomic32,
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
import { localsNamed } from './wasm-locals.js';
import {
  chunkSize,
  command,
  control,
  countNames,
  global,
  type MemoryPlan,
  putGlobal,
  summons,
  workResult,
} from './wasm-memory.js';
import type { FunctionCode } from './wasm-module.js';

/** The numbers of functions that have been made before. */
export interface CrewCallees {
  readonly run: number;
  readonly enter: number;
}

/** So often a helper looks for its next call before it sleeps: some ten microseconds. */
const patience = 10_000;

const zero = i32.number(0);
const shared = (address: number): Code => atomic32.load(zero, address);
const next = (address: number): Code => atomic32.add(zero, i32.number(1), address);

/**
 * Exports `work()`, which returns a `workResult`; `enterChunks()`, which puts states into the new table together with whoever
 * else does; and `serve()`, in which a helper follows the leader until it is told to leave. `add` gives a function its number.
 */
export function addCrewFunctions(
  plan: MemoryPlan,
  { run, enter }: CrewCallees,
  add: (code: FunctionCode) => number,
): void {
  const close = add(closeFunction(plan));
  const take = add(takeFunction(close));
  const tell = add(tellFunction(plan));
  const work = add(workFunction(plan, { run, close, take, tell }));
  const enterChunks = add(enterChunksFunction(plan, enter));
  add(serveFunction(plan, work, enterChunks));
}

/** The address of the place in front of the states of a chunk. */
function headAt(plan: MemoryPlan, chunk: Code): Code {
  return i32.mul(chunk, i32.number(chunkSize * plan.stateBytes));
}

function firstStateOf(chunk: Code): Code {
  return i32.add(i32.mul(chunk, i32.number(chunkSize)), i32.number(1));
}

/** In the open chunk. */
const statesInChunk: Code = i32.sub(global('states'), i32.sub(global('room'), i32.number(chunkSize - 1)));

function closeFunction(plan: MemoryPlan): FunctionCode {
  const place = i32.mul(i32.sub(global('room'), i32.number(chunkSize)), i32.number(plan.stateBytes));
  const body = when(global('isOpen'), [
    i32.store(place, statesInChunk, plan.arena),
    putGlobal('found', i32.add(global('found'), statesInChunk)),
    putGlobal('states', global('room')),
    putGlobal('isOpen', zero),
  ]);
  return { parameters: 0, results: 0, locals: 0, body };
}

/** Returns 0 where there is no chunk. */
function takeFunction(close: number): FunctionCode {
  const chunk = 0;
  const body = [
    call(close),
    set(chunk, next(control.chunks)),
    when(i32.eqz(i32.lessUnsigned(get(chunk), shared(control.chunksAllowed))), giveBack(zero)),
    putGlobal('states', firstStateOf(get(chunk))),
    putGlobal('room', i32.mul(i32.add(get(chunk), i32.number(1)), i32.number(chunkSize))),
    putGlobal('isOpen', i32.number(1)),
    i32.number(1),
  ];
  return { parameters: 0, results: 1, locals: 1, body };
}

/** Writes what was counted into the home. */
function tellFunction(plan: MemoryPlan): FunctionCode {
  const home = 0;
  const counts: Readonly<Record<(typeof countNames)[number], Code>> = {
    states: i32.add(global('found'), i32.mul(global('isOpen'), statesInChunk)),
    transitions: i32.add(global('transitions'), global('passed')),
    passed: global('passed'),
    ends: global('ends'),
    deadlocks: global('deadlocks'),
  };
  const body = [
    set(home, global('home')),
    putGlobal(
      'transitions',
      i32.add(global('transitions'), i32.divideUnsigned(global('lookedUp'), i32.number(plan.recordBytes))),
    ),
    putGlobal('lookedUp', zero),
    countNames.map((name, index) => atomic32.store(get(home), counts[name], plan.counts + 4 * index)),
  ];
  return { parameters: 0, results: 0, locals: 1, body };
}

function workFunction(
  plan: MemoryPlan,
  callees: { readonly run: number; readonly close: number; readonly take: number; readonly tell: number },
): FunctionCode {
  const chunk = 0;
  const done = (result: number): Code => [call(callees.tell), giveBack(i32.number(result))];
  const body = [
    loop(
      when(call(callees.run, global('end')), [
        when(i32.eqz(call(callees.take)), done(workResult.full)),
        branch(1),
      ]),
    ),
    set(chunk, next(control.toExpand)),
    when(i32.eqz(i32.lessUnsigned(get(chunk), shared(control.levelEnd))), [
      call(callees.close),
      done(workResult.nothing),
    ]),
    putGlobal('next', firstStateOf(get(chunk))),
    putGlobal('end', i32.add(global('next'), i32.load(headAt(plan, get(chunk)), plan.arena))),
    call(callees.tell),
    i32.number(workResult.more),
  ];
  return { name: 'work', parameters: 0, results: 1, locals: 1, body };
}

function enterChunksFunction(plan: MemoryPlan, enter: number): FunctionCode {
  const { chunk, first } = localsNamed(['chunk', 'first']);
  const body = loop(
    when(i32.lessUnsigned(tee(chunk, next(control.toEnter)), shared(control.chunks)), [
      set(first, firstStateOf(get(chunk))),
      call(enter, get(first), i32.add(get(first), i32.load(headAt(plan, get(chunk)), plan.arena))),
      branch(1),
    ]),
  );
  return { name: 'enterChunks', parameters: 0, results: 0, locals: 2, body };
}

function serveFunction(plan: MemoryPlan, work: number, enterChunks: number): FunctionCode {
  const { home, word, looks, result } = localsNamed(['home', 'word', 'looks', 'result']);
  const here = get(home);
  const isReady = i32.eq(tee(word, atomic32.load(here, plan.summons)), i32.number(summons.ready));
  const await_ = [
    set(looks, zero),
    loop(
      when(isReady, [
        set(looks, i32.add(get(looks), i32.number(1))),
        when(
          i32.lessUnsigned(i32.number(patience), get(looks)),
          atomic32.wait(here, i32.number(summons.ready), plan.summons),
        ),
        branch(1),
      ]),
    ),
  ];
  const follow = (['table', 'tableEnd', 'tableBits'] as const).map((name) =>
    putGlobal(name, shared(control[name])),
  );
  const expand = [
    loop(branchIf(0, i32.eq(tee(result, call(work)), i32.number(workResult.more)))),
    when(
      i32.eq(get(result), i32.number(workResult.full)),
      atomic32.store(zero, i32.number(1), control.isFull),
    ),
  ];
  const isExpand = i32.eq(shared(control.command), i32.number(command.expand));
  const body = [
    set(home, global('home')),
    // Who comes too late finds that it is told to leave.
    set(
      word,
      atomic32.compareExchange(here, i32.number(summons.absent), i32.number(summons.ready), plan.summons),
    ),
    when(i32.ne(get(word), i32.number(summons.absent)), giveBack(zero)),
    loop([
      await_,
      when(i32.eq(get(word), i32.number(summons.called)), [
        follow,
        when(isExpand, expand, call(enterChunks)),
        atomic32.store(here, i32.number(summons.ready), plan.summons),
        set(word, atomic32.add(zero, i32.number(-1), control.busy)),
        atomic32.notify(zero, control.busy),
        branch(1),
      ]),
    ]),
    zero,
  ];
  return { name: 'serve', parameters: 0, results: 1, locals: 4, body };
}
