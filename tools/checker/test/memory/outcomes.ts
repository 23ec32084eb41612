/** Litmus tests: a few threads over the words `x`, `y` and `z`, and all that can come of them. */
import { initialState, isDeadlock, isEnd, successorsOf } from '../../src/ir/interpret.js';
import type { System } from '../../src/ir/system.js';
import { validate } from '../../src/ir/validate.js';
import { type BufferOptions, totalStoreOrder } from '../../src/memory/total-store-order.js';
import { systemOf } from '../language/sample.js';

/** `x=1 y=0 ...`: the words and each thread's registers, at the end of a run. */
export type Outcome = string;

/**
 * Threads `T0`, `T1` and so on, as statements: the words are `m.x`, `m.y`, `m.z`, the registers of each thread `r.a` and
 * `r.b`, and `l` and `k` are locks. A register is a cell that its thread alone touches.
 */
export function litmus(...threads: readonly string[]): System {
  const bodies = threads.map(
    (body, index) => `function thread${index}(m: Memory, r: Registers, l: Lock, k: Lock): void {\n${body}\n}`,
  );
  const registers = threads.map(
    (_, index) => `const r${index} = shared<Registers>({ name: 'r${index}', a: 0, b: 0 });`,
  );
  const processes = threads.map(
    (_, index) => `{ name: 'T${index}', body: () => thread${index}(m, r${index}, l, k) }`,
  );
  return systemOf(`import { acquire, atomic, cmpxchg, type Int, type Lock, lock, newLock, plain, release, shared, smp_mb, smp_mb_on, smp_rmb, smp_wmb, unlock, when, type World, xchg } from '@quiesce/checker/language';
interface Memory { readonly name: string; x: Int<0, 2>; y: Int<0, 2>; z: Int<0, 2> }
interface Registers { readonly name: string; a: Int<0, 2>; b: Int<0, 2> }
${bodies.join('\n')}
export function world(): World {
  const m = shared<Memory>({ name: 'm', x: 0, y: 0, z: 0 });
  const l = newLock();
  const k = newLock();
  ${registers.join('\n  ')}
  return { processes: [${processes.join(', ')}] };
}
`);
}

export function underTso(system: System, options: BufferOptions = {}): System {
  const { system: buffered } = totalStoreOrder(system, options);
  const problems = validate(buffered);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return buffered;
}

/** Of every run to its end. A run that gets stuck gives `deadlock`. */
export function outcomesOf(system: System): ReadonlySet<Outcome> {
  const found = new Set<Outcome>();
  const known = new Set<string>();
  const waiting = [initialState(system)];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    const key = `${state.cells.join()} ${state.points.join()}`;
    if (known.has(key)) continue;
    known.add(key);
    if (isEnd(system, state)) {
      const { cells } = state;
      const words = system.cells.flatMap(({ name, domain }, cell) =>
        /(^|\.)[abxyz]$/.test(name) ? [`${name.replace(/^m\./, '')}=${domain[cells[cell]!]}`] : [],
      );
      found.add(isDeadlock(system, state) ? 'deadlock' : words.sort().join(' '));
    }
    for (const move of successorsOf(system, state)) {
      if (move.kind === 'failure') throw new Error(move.failure.message);
      waiting.push(move.next);
    }
  }
  return found;
}
