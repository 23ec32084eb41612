/**
 * The store of the search, as WebAssembly: an arena with every state once, and a table that finds a state again.
 *
 * The arena is in the order in which states were found, so it is the queue as well. The table is open-addressing, with linear
 * probing; `wasm-entries.ts` tells what stands in it.
 *
 * A look-up is a cache miss, and waiting for one after the other would take most of the time. So successors come in
 * batches: those seen a short while ago are dropped, the table lines of the others are touched, and only then each is
 * looked up. So the misses overlap.
 *
 * Where workers share the store, a state is written first, and then its entry in one exchange: if somebody else has taken
 * the place in the table meanwhile, the search goes on from there, and the next state is written to the same room.
 */
import type { System } from '../ir/system.js';
import type { Layout } from './layout.js';
import {
  atomic32,
  block,
  branch,
  branchIf,
  type Code,
  get,
  giveBack,
  i32,
  loop,
  select,
  set,
  tee,
  when,
} from './wasm-code.js';
import { entriesOf, hashInto, loadTable, nextSlot, sameWords, slotOf, type Table } from './wasm-entries.js';
import { localsFrom, localsNamed } from './wasm-locals.js';
import {
  batchSize,
  cacheSize,
  global,
  type MemoryPlan,
  putGlobal,
  recordHash,
  recordWords,
} from './wasm-memory.js';
import type { FunctionCode } from './wasm-module.js';
import { checksOf } from './wasm-process.js';

/**
 * `filter(end)` hashes the batch up to `end`, drops what was seen a short while ago, and makes the rest pending. Two steps
 * that do not depend on each other lead to one state in either order, and mostly soon after each other, so a small
 * direct-mapped cache of states saves about half of the look-ups. The host fills it with the initial state.
 */
export function filterFunction(layout: Layout, plan: MemoryPlan): FunctionCode {
  const names = ['end', 'home', 'record', 'kept', 'hash', 'place'] as const;
  const { end, home, record, kept, hash, place } = localsNamed(names);
  const words = localsFrom(names.length, layout.words);
  const seen = sameWords(words, (word) => i32.load(get(place), plan.cache + 4 * word));
  const filter = [
    words.map((local, word) => set(local, i32.load(get(record), recordWords + 4 * word))),
    hashInto(plan, hash, words.map(get)),
    i32.store(get(kept), get(hash), recordHash),
    words.map((local, word) => i32.store(get(kept), get(local), recordWords + 4 * word)),
    set(
      place,
      i32.add(
        get(home),
        i32.mul(i32.and(get(hash), i32.number(cacheSize - 1)), i32.number(4 * layout.words)),
      ),
    ),
    set(kept, select(get(kept), i32.add(get(kept), i32.number(plan.recordBytes)), seen)),
    words.map((local, word) => i32.store(get(place), get(local), plan.cache + 4 * word)),
    advance(record, plan.recordBytes, end),
  ];
  const body = [
    set(home, global('home')),
    set(record, i32.add(get(home), i32.number(plan.batch))),
    set(kept, get(record)),
    when(i32.ne(get(record), get(end)), loop(filter)),
    countLookedUp(get(kept), get(end)),
    putGlobal('pending', i32.add(get(home), i32.number(plan.batch))),
    putGlobal('pendingEnd', get(kept)),
  ];
  const locals = names.length - 1 + layout.words;
  return { name: 'filter', parameters: 1, results: 0, locals, body };
}

/** `lookUp()` looks up what is pending. It returns 0 when nothing is any more, 1 where the store is full. */
export function lookUpFunction(system: System, layout: Layout, plan: MemoryPlan): FunctionCode {
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
    'table',
    'bits',
  ] as const;
  const { home, record, end, hash, slot, address, sink, entry, tag, ...table } = localsNamed(names);
  const words = localsFrom(names.length, layout.words);
  const nextRecord = advance(record, plan.recordBytes, end);

  const touch = [touchInto(plan, sink, table, i32.load(get(record), recordHash)), nextRecord];

  const isShared = plan.sharing === 'shared';
  const entries = entriesOf(plan, { hash, slot, address, entry, tag, words, ...table });
  const insert = [
    when(i32.eq(global('states'), global('room')), [
      countLookedUp(global('pending'), get(record)),
      putGlobal('pending', get(record)),
      giveBack(i32.number(1)),
    ]),
    set(address, i32.mul(global('states'), i32.number(plan.stateBytes))),
    words.map((local, word) => i32.store(get(address), get(local), plan.arena + 4 * word)),
    entries.put,
    putGlobal('states', i32.add(global('states'), i32.number(1))),
    checksOf(layout, plan, system.invariants, { home, words }),
  ];
  const searchAndInsert = [block(entries.search(isShared ? 3 : 2)), insert];
  const insertUnlessKnown = [
    words.map((local, word) => set(local, i32.load(get(record), recordWords + 4 * word))),
    set(hash, i32.load(get(record), recordHash)),
    entries.prepare,
    set(slot, slotOf(plan, table, get(hash))),
    block(isShared ? loop(searchAndInsert) : searchAndInsert),
    nextRecord,
  ];

  const body = [
    set(end, global('pendingEnd')),
    when(i32.eq(tee(record, global('pending')), get(end)), giveBack(i32.number(0))),
    set(home, global('home')),
    loadTable(table),
    loop(touch),
    i32.store(get(home), get(sink), plan.sink),
    set(record, global('pending')),
    loop(insertUnlessKnown),
    countLookedUp(global('pending'), get(end)),
    putGlobal('pending', get(end)),
    i32.number(0),
  ];
  return { parameters: 0, results: 1, locals: names.length + layout.words, body };
}

/** `enter(first, last)` puts the states from `first` to `last - 1` into the table, which has none of them. */
export function enterFunction(layout: Layout, plan: MemoryPlan): FunctionCode {
  const names = [
    'first',
    'last',
    'home',
    'state',
    'end',
    'place',
    'hash',
    'slot',
    'address',
    'sink',
    'entry',
    'table',
    'bits',
  ] as const;
  const { first, last, home, state, end, place, hash, slot, address, sink, entry, ...table } =
    localsNamed(names);
  const words = Array.from({ length: layout.words }, (_, word) => word);
  const forAll = (body: Code): Code => [
    set(state, get(first)),
    set(place, i32.add(get(home), i32.number(plan.hashes))),
    loop([body, set(place, i32.add(get(place), i32.number(4))), advance(state, 1, end)]),
  ];
  const isEmpty = i32.eqz(i32.load(get(slot), 0));
  const put =
    plan.sharing === 'shared'
      ? when(isEmpty, branchIf(2, i32.eqz(atomic32.compareExchange(get(slot), i32.number(0), get(entry), 0))))
      : when(isEmpty, [i32.store(get(slot), get(entry), 0), branch(2)]);
  const enterBatch = [
    forAll([
      set(address, i32.mul(get(state), i32.number(plan.stateBytes))),
      hashInto(
        plan,
        hash,
        words.map((word) => i32.load(get(address), plan.arena + 4 * word)),
      ),
      i32.store(get(place), get(hash), 0),
    ]),
    forAll(touchInto(plan, sink, table, i32.load(get(place), 0))),
    forAll([
      set(hash, i32.load(get(place), 0)),
      set(slot, slotOf(plan, table, get(hash))),
      set(entry, i32.or(i32.shiftLeft(get(hash), get(table.bits)), i32.add(get(state), i32.number(1)))),
      block(loop([put, nextSlot(plan, slot, table), branch(0)])),
    ]),
  ];
  const body = [
    set(home, global('home')),
    loadTable(table),
    block(
      loop([
        branchIf(1, i32.eq(get(first), get(last))),
        set(end, i32.add(get(first), i32.number(batchSize))),
        when(i32.lessUnsigned(get(last), get(end)), set(end, get(last))),
        enterBatch,
        set(first, get(end)),
        branch(0),
      ]),
    ),
    i32.store(get(home), get(sink), plan.sink),
  ];
  return { name: 'enter', parameters: 2, results: 0, locals: names.length - 2, body };
}

/**
 * `enterAgain(from, to)` puts all entries between these addresses, where a smaller table of fingerprints stood, into the
 * table. They stand there in the order of their hashes, nearly, so the table is filled from one end to the other.
 */
export function enterAgainFunction(plan: MemoryPlan): FunctionCode {
  const names = ['from', 'to', 'check', 'hash', 'slot', 'table', 'bits'] as const;
  const { from, to, check, hash, slot, ...table } = localsNamed(names);
  const isTaken = i32.ne(i32.load(get(slot), 0), i32.number(0));
  const body = [
    loadTable(table),
    loop([
      when(tee(check, i32.load(get(from), 0)), [
        set(hash, i32.load(get(from), 4)),
        set(slot, slotOf(plan, table, get(hash))),
        loop(when(isTaken, [nextSlot(plan, slot, table), branch(1)])),
        i32.store(get(slot), get(check), 0),
        i32.store(get(slot), get(hash), 4),
      ]),
      advance(from, plan.entryBytes, to),
    ]),
  ];
  return { name: 'enterAgain', parameters: 2, results: 0, locals: names.length - 2, body };
}

/** Goes on in a loop while the local, advanced by `step`, is below `end`. */
function advance(local: number, step: number, end: number): Code {
  return branchIf(0, i32.lessUnsigned(tee(local, i32.add(get(local), i32.number(step))), get(end)));
}

function countLookedUp(from: Code, to: Code): Code {
  return putGlobal('lookedUp', i32.add(global('lookedUp'), i32.sub(to, from)));
}

/** Loads the entry where a look-up starts, so that its line is on the way; the sum keeps the load from being dropped. */
function touchInto(plan: MemoryPlan, sink: number, table: Table, hash: Code): Code {
  return set(sink, i32.xor(get(sink), i32.load(slotOf(plan, table, hash), 0)));
}
