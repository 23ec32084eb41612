/**
 * The words of the model language.
 *
 * A model is ordinary TypeScript that imports these words from `@quiesce/checker/language`. Run as it stands (in a unit
 * test, in a debugger) each function does what its name says, for one process alone. The checker does not run it: it
 * reads the same source and gives each word the meaning that is described here, with all processes interleaved.
 *
 * One access to shared state is one step; so is an observation. What lies between two accesses is joined to the first.
 */

/** An integer from `Low` to `High`, both included. A write outside fails the model. */
// biome-ignore lint/correctness/noUnusedVariables: the bounds are read by the checker from the source
export type Int<Low extends number, High extends number> = number;

/** Taken with `lock`, given back with `unlock`. */
export interface Lock {
  held: boolean;
}

/** The model blocked or failed while it ran as ordinary TypeScript. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/**
 * Declares an object whose mutable fields are shared state: `shared<Task>({...})`. The type argument names an interface;
 * its `readonly` fields are constants, all others are cells, and each cell's type must have a finite domain: a union of
 * literals, `boolean`, `Int<L, H>`, a reference to an interface of shared objects, `null`, or a union of these.
 */
export function shared<T extends object>(initial: T): T {
  return initial;
}

/** A lock that nobody holds. */
export function newLock(): Lock {
  return shared<Lock>({ held: false });
}

/** Blocks until the lock is free, then takes it, in one step. */
export function lock(target: Lock): void {
  when(!target.held);
  target.held = true;
}

/** Gives the lock back. Giving back a lock that nobody holds fails the model. */
export function unlock(target: Lock): void {
  assert(target.held, 'unlock of a lock that nobody holds');
  target.held = false;
}

/** Blocks until the condition holds; reads all that the condition reads in one step. */
export function when(condition: boolean): void {
  if (!condition) throw new ModelError('when: the condition does not hold, and no other process runs');
}

/** Any one of the alternatives: every one is explored. As ordinary TypeScript: the first. Not a step of its own. */
export function choose<T>(first: T, ..._others: readonly T[]): T {
  return first;
}

/** A step that touches no shared state. */
export function step(): void {}

/** Fails the model where the condition does not hold. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new ModelError(message);
}

/** All accesses of `body` in one step. A `when` inside it holds back the whole step. */
export function atomic<T>(body: () => T): T {
  return body();
}

/**
 * As `atomic`, where those who wait are served in turn, as at a lock: under strong fairness a process that could take this
 * step again and again does. For locks that a model makes of its own cells.
 */
export function fairly<T>(body: () => T): T {
  return body();
}

/** Full memory barrier. Under sequential consistency it does nothing. */
export function smp_mb(): void {}

/**
 * Full memory barrier on the processor of another process, which is given by its name: what an interrupt to that processor
 * does. Made in the same step.
 */
export function smp_mb_on(_process: string): void {}

/** Read memory barrier. */
export function smp_rmb(): void {}

/** Write memory barrier. */
export function smp_wmb(): void {}

/** Marks a read of shared state as an acquire: `acquire(task.reporting)`. */
export function acquire<T>(read: T): T {
  return read;
}

/** Marks the write whose right-hand side it is as a release: `task.reporting = release(null)`. */
export function release<T>(written: T): T {
  return written;
}

/** Marks a read, or the write whose right-hand side it is, as unmarked C: the compiler may do as it likes. */
export function plain<T>(value: T): T {
  return value;
}

/** Writes the field and returns what it held, in one fully ordered step. */
export function xchg<T extends object, K extends keyof T>(object: T, field: K, value: T[K]): T[K] {
  const old = object[field];
  object[field] = value;
  return old;
}

/** Writes the field if it holds `expected`; returns what it held. Fully ordered if it wrote. */
export function cmpxchg<T extends object, K extends keyof T>(
  object: T,
  field: K,
  expected: T[K],
  value: T[K],
): T[K] {
  const old = object[field];
  if (old === expected) object[field] = value;
  return old;
}

/** The names of the number fields of `T`. */
export type Counter<T> = { [K in keyof T]: T[K] extends number ? K : never }[keyof T];

/** Adds one, in one step. */
export function atomicInc<T extends object, K extends Counter<T>>(object: T, field: K): void {
  (object[field] as number) += 1;
}

/** Takes one away and tells whether zero is left, in one fully ordered step. */
export function atomicDecAndTest<T extends object, K extends Counter<T>>(object: T, field: K): boolean {
  (object[field] as number) -= 1;
  return object[field] === 0;
}

/** A named event with arguments that properties listen to. Calling it is a step of its own (unless it is in `atomic`). */
export type Observation<A extends readonly unknown[]> = ((...args: A) => void) & {
  readonly observation: string;
};

/** Declares an observation; the name is what traces print. At the top level of a module. */
export function observation<A extends readonly unknown[]>(name: string): Observation<A> {
  return Object.assign((..._args: A) => {}, { observation: name });
}

/** A part of a property: what it does at an observation, in every state, or at the end of a run; what must happen. */
export type Handler =
  | { readonly kind: 'on'; readonly observation: string; readonly body: (...args: never) => void }
  | { readonly kind: 'always'; readonly body: () => void }
  | { readonly kind: 'at-end'; readonly body: () => void }
  | { readonly kind: 'eventually' | 'assuming'; readonly body: () => boolean }
  | { readonly kind: 'leads-to'; readonly from: () => boolean; readonly body: () => boolean };

/** Runs `body` in the step of each such observation, on the state after the step. */
export function on<A extends readonly unknown[]>(
  source: Observation<A>,
  body: (...args: A) => void,
): Handler {
  return { kind: 'on', observation: source.observation, body };
}

/** Runs `body` in every state. It reads, and says `violated()` or not; it may not write. */
export function always(body: () => void): Handler {
  return { kind: 'always', body };
}

/** Runs `body` in every state in which no process can take a step. It reads, and may not write. */
export function atEnd(body: () => void): Handler {
  return { kind: 'at-end', body };
}

/** In a liveness property: in every run a state comes in which the condition holds. Conditions read, and may not write. */
export function eventually(condition: () => boolean): Handler {
  return { kind: 'eventually', body: condition };
}

/** In a liveness property: after each state in which `from` holds comes one in which `to` does; it may be the same. */
export function leadsTo(from: () => boolean, to: () => boolean): Handler {
  return { kind: 'leads-to', from, body: to };
}

/**
 * In a liveness property: only runs count that come back again and again to a state in which the condition holds, or end
 * in one. `assuming(() => !seen.running)`: if every callback ends.
 */
export function assuming(condition: () => boolean): Handler {
  return { kind: 'assuming', body: condition };
}

/** In a handler: the promise is broken here. */
export function violated(): void {
  throw new ModelError('violated');
}

/** In a handler: the clause's `When` has happened. */
export function applies(): void {}

/** In a handler: the clause's `Unless` has happened. */
export function excepted(): void {}

/** In a handler: what the clause permits has happened. */
export function witnessed(): void {}

/** One process of a closed system. The body is run once. */
export interface Process {
  readonly name: string;
  readonly body: () => void;
}

/** The shared objects of a closed system, and who runs. Properties see it as it is. */
export interface World {
  readonly processes: readonly Process[];
}

/** Sizes of a scenario's instance: `{ tasks: 1, engines: 2 }`. */
export type Sizes = Readonly<Record<string, number>>;

/**
 * Under which rules one process sees the stores of another. `sc`: sequential consistency, each store at once. `tso`: total
 * store order, as on x86: a process's own stores may be late for the others, past its own later reads.
 */
export type MemoryModel = 'sc' | 'tso';

/** A small closed system that is explored, for each design option. */
export interface Scenario<Option, W extends World = World, S extends Sizes = Sizes> {
  /** kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly sizes: S;
  /** Under which memory models it is explored: `sc` alone where it does not say. */
  readonly memory?: readonly MemoryModel[];
  /** A method, so that a scenario with named sizes is a scenario of any sizes; the checker passes all of `sizes`. */
  build(option: Option, sizes: S): W;
}

/** One promise. */
export type Property<W extends World = World> = {
  /** `detach/noCallbackAfterZero`: what a clause's `Model:` names. */
  readonly id: string;
  /** The clause that it checks. */
  readonly clause: string;
  readonly monitor: (world: W) => readonly Handler[];
  /** Ids of the scenarios in which it is asked; absent: in all. */
  readonly scenarios?: readonly string[];
} & (
  | {
      /** `always`: no run violates it. `sometimes`: some run witnesses it. */
      readonly kind: 'always' | 'sometimes';
    }
  | {
      /** What its monitor says by `eventually` and `leadsTo` happens in every run that counts. */
      readonly kind: 'liveness';
      readonly fairness: Fairness;
    }
);

/**
 * Which runs count. `none`: all. `weak`: those in which a process that can step all the time from some moment on steps
 * again and again. `strong`: besides, one that waits in `lock` or `fairly`, and can step again and again, does.
 */
export type Fairness = 'none' | 'weak' | 'strong';

/** A seeded bug: an option or a client with one fault, and the property that must catch it. */
export interface Mutant<Option, W extends World = World> {
  /** As in the bug catalogue: `H01`. */
  readonly id: string;
  readonly title: string;
  /** Where the bug was seen. */
  readonly source: string;
  /** The faulty option. */
  readonly option: Option;
  /** The name of the option that it was made from. */
  readonly of: string;
  readonly scenario: Scenario<Option, W>;
  /** The memory model that shows the bug: `sc` where it does not say. */
  readonly memory?: MemoryModel;
  /** The id of the property. */
  readonly caughtBy: string;
}

/** A bug that is known and that no mutant shows. */
export interface UnmodelledBug {
  /** As in the bug catalogue: `H15`. */
  readonly id: string;
  readonly title: string;
  /** Where the bug was seen. */
  readonly source: string;
  /** Why the model cannot show it. */
  readonly why: string;
  /** The memory model that it needs, where that is the reason. */
  readonly needs?: 'lkmm';
}

/** All that a model's entry exports, as `model`. */
export interface Model<Option, W extends World = World> {
  readonly options: Readonly<Record<string, Option>>;
  readonly scenarios: readonly Scenario<Option, W>[];
  readonly properties: readonly Property<W>[];
  readonly mutants: readonly Mutant<Option, W>[];
  /** So that the list of bugs is whole. */
  readonly unmodelled?: readonly UnmodelledBug[];
}
