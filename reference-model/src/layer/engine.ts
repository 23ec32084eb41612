/** A tracing engine: what one tracer has attached to one task (`struct utrace_engine`). */
import { atomicDecAndTest, type Int, type Lock, newLock, shared } from '@quiesce/checker/language';
import { newPercpuRef, type PercpuRef } from '../sync/percpu-ref.js';
import type { Callbacks } from './callbacks.js';
import type { Data } from './data.js';
import type { Mask } from './event.js';
import type { Module } from './module.js';
import { releaseReturns, releaseStarts } from './observations.js';

/**
 * Which table of callbacks the engine points to: its owner's, the core's own (its one callback says that the engine is
 * detached), or none (`engine->ops == NULL`): then the engine is off the list.
 */
export type Ops = 'user' | 'detached' | 'none';

export type Release = (engine: Engine) => void;

export interface Engine {
  readonly name: string;
  readonly callbacks: Callbacks;
  readonly data: Data;
  readonly module: Module;
  /** The owner's function that is called with the data when the last reference is given back. */
  readonly release: Release | null;
  ops: Ops;
  flags: Mask;
  /** This engine keeps the task stopped (`ENGINE_STOP`, which in the kernel is one more bit of the flags). */
  wantsStop: boolean;
  /** Whether the engine is on its task's list. */
  attached: boolean;
  /** Whether it waits to be put there: a report that is under way is not to see it (`utrace->attaching`). */
  attaching: boolean;
  /**
   * One for the list, and one for each owner where the option gives them one. At zero the engine's memory is freed; below,
   * a reference was given back that nobody had.
   */
  references: Int<-1, 3>;
  /** For options that count: one while attached, and one for each callback that is under way. */
  inFlight: Int<0, 2>;
  /** For options that count by processor. */
  readonly ref: PercpuRef;
  /** For options that tell the owner when it is over: how far that has come. */
  completion: 'ahead' | 'due' | 'begun' | 'given';
  /** For options that leave it to the task: what the task is still to do about the engine. */
  work: 'none' | 'detach' | 'silence';
  /** For options that hold a lock around callbacks. Taken before the task's lock. */
  readonly callbackLock: Lock;
}

export interface Attachment {
  readonly callbacks: Callbacks;
  readonly data: Data;
  readonly module: Module;
  readonly flags: number;
  /** How many references its owners hold, beside the list's. */
  readonly ownerReferences: number;
  readonly release?: Release | null;
  /** It does not exist yet: `attach` is to make it. */
  readonly later?: boolean;
}

/** An engine as it is right after it was attached, or as it is before. */
export function newEngine(name: string, attachment: Attachment): Engine {
  const now = attachment.later !== true;
  return shared<Engine>({
    name,
    callbacks: attachment.callbacks,
    data: attachment.data,
    module: attachment.module,
    release: attachment.release ?? null,
    ops: now ? 'user' : 'none',
    flags: now ? attachment.flags : 0,
    wantsStop: false,
    attached: now,
    attaching: false,
    references: now ? 1 + attachment.ownerReferences : 0,
    inFlight: 1,
    ref: newPercpuRef(`${name}.ref`, 2),
    completion: 'ahead',
    work: 'none',
    callbackLock: newLock(),
  });
}

/** Gives one reference back. Who gives back the last one runs the release function, wherever that is. */
export function putEngine(engine: Engine): void {
  const last = atomicDecAndTest(engine, 'references');
  if (engine.release === null || !last) return;
  releaseStarts(engine);
  engine.release(engine);
  releaseReturns(engine);
}
