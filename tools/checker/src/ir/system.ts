/**
 * The intermediate representation: a closed system of processes over finite cells.
 *
 * Everything reads it: the two code generators, the search, the traces, and later the reduction, the memory models and
 * the exports. The trick is that nothing in it computes. A process's locals are unrolled into its control points, and
 * each step is a decision tree that tests cells and ends in constant assignments, so the cells that a step may read or
 * write, and under which conditions, can be read off.
 */
import type { Place } from '@quiesce/contract';

export interface System {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly processes: readonly Process[];
  /** What is reported about; `Signal.property` and `Check.property` are indices into this list. */
  readonly properties: readonly PropertyInfo[];
  /** Evaluated on every state that is reached, the initial one included. */
  readonly invariants: readonly Check[];
  /** Evaluated on every state in which no process can take a step. */
  readonly atEnd: readonly Check[];
  /** Of a system under total store order (memory/): at most one for each process. */
  readonly buffers?: readonly StoreBuffer[];
}

/** Where the stores of a process wait on their way to memory: a cell, and what its values mean. */
export interface StoreBuffer {
  readonly process: number;
  /** Its value is an index into `contents`. */
  readonly cell: number;
  /** Oldest store first; the first of them is the empty one. */
  readonly contents: readonly (readonly Store[])[];
}

/** `joined`: it reaches memory in one step with the store before it. */
export interface Store extends Write {
  readonly joined?: true;
}

/** A bounded variable. Its value is an index into `domain`. */
export interface Cell {
  /** For people: `T0.reporting`. */
  readonly name: string;
  /** How each value is printed; at least one. */
  readonly domain: readonly string[];
  readonly initial: number;
  /** `monitor` cells belong to properties: no process reads them. */
  readonly role: 'shared' | 'monitor';
}

export interface Process {
  readonly name: string;
  /** The program counter's value is an index into this list. */
  readonly points: readonly Point[];
  readonly entry: number;
}

/** A place where a process can be between two steps. */
export interface Point {
  readonly action: Action;
  /** Of the access, in the model's source. */
  readonly place: Place;
  /** The functions that are active here, outermost first: `['target', 'report', 'startCallback']`. */
  readonly functions: readonly string[];
  /** `null` where the process has ended: it takes no more steps, and this is not a deadlock. */
  readonly step: Node | null;
}

/** What kind of step starts here; memory models and traces tell steps apart by it. */
export type Action =
  | { readonly kind: 'read'; readonly cell: number; readonly order: 'once' | 'acquire' | 'plain' }
  | { readonly kind: 'write'; readonly cell: number; readonly order: 'once' | 'release' | 'plain' }
  /** A fully ordered read-modify-write. */
  | { readonly kind: 'rmw'; readonly cell: number; readonly operation: string }
  | { readonly kind: 'lock' | 'unlock'; readonly cell: number }
  /** `on`: the name of the process on whose processor it is made, if not on the own one. */
  | { readonly kind: 'fence'; readonly order: 'mb' | 'rmb' | 'wmb'; readonly on?: string }
  /** Several accesses in one step: `atomic(...)` and `when(...)`. `fair`: who waits here is served in turn, as at a lock. */
  | { readonly kind: 'atomic' | 'when'; readonly fair?: true }
  | { readonly kind: 'observe'; readonly observation: string }
  /** A step without a shared access: `step()`, and a process that starts with a choice. */
  | { readonly kind: 'local' }
  /** The oldest store in a process's buffer reaches memory. Who stands here may rest for ever: that is no deadlock. */
  | { readonly kind: 'flush'; readonly process: number }
  | { readonly kind: 'end' };

/** Whether a process that stands here has nothing left to do, or serves others that have. */
export function mayRest({ step, action }: Point): boolean {
  return step === null || action.kind === 'flush';
}

/**
 * A decision tree. In the state before the step, `test` goes to the one branch that holds the cell's value, and to
 * nowhere (blocked) where no branch does. `choose` goes to any of its nodes: that is a step of its own for each.
 */
export type Node =
  | { readonly kind: 'test'; readonly cell: number; readonly branches: readonly Branch<Node>[] }
  | { readonly kind: 'choose'; readonly nodes: readonly Node[] }
  | Leaf
  | Failure
  | { readonly kind: 'blocked' };

/** `values` are indices into the tested cell's domain, ascending; no value stands in two branches of one test. */
export interface Branch<N> {
  readonly values: readonly number[];
  readonly node: N;
}

/** The step is taken. */
export interface Leaf {
  readonly kind: 'leaf';
  /** Number of this leaf in its process, in the order of `points`, counted from 0: the unit of coverage. */
  readonly edge: number;
  /** Each cell at most once. */
  readonly writes: readonly Write[];
  readonly target: number;
  /** In the order in which they happen. */
  readonly observations: readonly Observed[];
  /** Run in this order on the state after the writes; each sees what those before it wrote. */
  readonly monitors: readonly MonitorNode[];
}

export interface Write {
  readonly cell: number;
  readonly value: number;
}

export interface Observed {
  readonly name: string;
  readonly arguments: readonly string[];
}

/** The model itself fails here: an assertion, a value outside its domain, a null reference. There is no next state. */
export interface Failure {
  readonly kind: 'failure';
  /** As `Leaf.edge`; leaves and failures are numbered together. */
  readonly edge: number;
  readonly message: string;
  readonly place: Place;
}

/** A property's answer to a step; reads any cell, writes `monitor` cells only. Where no branch holds the value, nothing happens. */
export type MonitorNode =
  | { readonly kind: 'test'; readonly cell: number; readonly branches: readonly Branch<MonitorNode>[] }
  | { readonly kind: 'note'; readonly writes: readonly Write[]; readonly signals: readonly Signal[] };

/** Says something about a property, at a step or in a state. */
export interface Signal {
  readonly property: number;
  readonly kind: SignalKind;
}

/**
 * `violated`: the promise is broken. `applies`: its `When` has happened. `excepted`: its `Unless` has happened.
 * `witnessed`: what it permits has happened. `declined`: a run has ended without it.
 */
export type SignalKind = 'violated' | 'applies' | 'excepted' | 'witnessed' | 'declined';

export const signalKinds: readonly SignalKind[] = [
  'violated',
  'applies',
  'excepted',
  'witnessed',
  'declined',
];

export interface Check {
  readonly property: number;
  /** Writes nothing. */
  readonly node: MonitorNode;
}

export type PropertyInfo = {
  readonly id: string;
  readonly clause: string;
} & ({ readonly kind: 'always' | 'sometimes' } | ({ readonly kind: 'liveness' } & Liveness));

/**
 * What must happen in every run that counts: one that is infinite, or ends in a state without steps, which then lasts for
 * ever; that is fair; and that comes back to each assumption again and again.
 */
export interface Liveness {
  readonly fairness: Fairness;
  readonly goals: readonly Goal[];
  readonly assumptions: readonly Condition[];
}

/**
 * `weak`: a process that can step all the time from some moment on steps again and again. `strong`: besides, a process
 * that waits at a lock (or in `fairly`), and can step again and again, does.
 */
export type Fairness = (typeof fairnesses)[number];

/** From the weakest to the strongest. */
export const fairnesses = ['none', 'weak', 'strong'] as const;

/** After each state in which `from` holds (`null`: after the start), a state comes in which `to` holds; it may be the same. */
export interface Goal {
  readonly from: Condition | null;
  readonly to: Condition;
}

/** A question to a state; reads any cell. Where no branch holds the value, the answer is no. */
export type Condition =
  | { readonly kind: 'test'; readonly cell: number; readonly branches: readonly Branch<Condition>[] }
  | { readonly kind: 'holds' | 'fails' };
