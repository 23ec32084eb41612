import { type Compiled, compileWorld, type Diagnostic, loadModel, type System } from '../../src/index.js';

/** Compiles `world()` of a model that is given as text; `files` are further modules by path. */
export function compileText(text: string, files: Readonly<Record<string, string>> = {}): Compiled {
  const all: Readonly<Record<string, string>> = { ...files, 'model.ts': text };
  const loaded = loadModel('model.ts', { read: (path) => all[path] });
  if (!loaded.ok) return loaded;
  return compileWorld(loaded.program, 'world');
}

/** The system of a text that must compile. */
export function systemOf(text: string, files?: Readonly<Record<string, string>>): System {
  const compiled = compileText(text, files);
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(describe).join('\n'));
  return compiled.system;
}

function describe(one: Diagnostic): string {
  return `${one.place.file}:${one.place.line}:${one.place.column}: ${one.message} [${one.code}]`;
}

/**
 * A model of a process `P` around the given statements, with a shared object `box`, and of a process `Q` that writes all
 * that the cells can hold: a read is a case for each value that somebody writes, and for no other.
 */
export function around(statements: string): string {
  return `import { acquire, assert, atomic, atomicDecAndTest, atomicInc, choose, cmpxchg, type Int, type Lock, lock, newLock, observation, plain, release, shared, smp_mb, smp_mb_on, step, unlock, when, type World, xchg } from '@quiesce/checker/language';
export interface Box { readonly name: string; readonly size: number; count: Int<0, 3>; flag: boolean; other: Box | null; readonly lock: Lock; readonly slots: boolean[] }
const settings = { limit: 2 };
const list = [1, 2];
const none = [];
const seen = observation<[count: number]>('seen');
function helper(box: Box, amount: number): number { return amount + 1; }
function again(box: Box): void { onceMore(box); }
function onceMore(box: Box): void { again(box); }
function anything(box: Box): void {
  lock(box.lock);
  unlock(box.lock);
  box.count = choose(0, 1, 2, 3);
  box.flag = choose(true, false);
  box.other = choose(box, null);
  box.slots[0] = true;
  box.slots[1] = true;
}
function main(box: Box): void {
${statements}
}
export function world(): World {
  const box: Box = shared<Box>({ name: 'box', size: 2, count: 0, flag: false, other: null, lock: newLock(), slots: [false, false] });
  return { processes: [{ name: 'Q', body: () => anything(box) }, { name: 'P', body: () => main(box) }] };
}
`;
}
