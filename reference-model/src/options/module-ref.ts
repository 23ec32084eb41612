/**
 * Module reference, as in 2008: the task holds a reference to the module while it is in one of its callbacks.
 *
 * Mechanism: with preemption off, the task looks whether the module is live and counts itself in on its processor; after
 * the callback it counts itself out. Unloading declares the module going, waits for a grace period, and waits until the
 * counts of all processors add up to zero; only then does the module's exit function run. Detach is that of unsynchronised.
 * Contract: 0 means that the engine is detached, and nothing else: there is no help for data. But from the beginning of the
 * exit function on, no callback of the module runs or will start. Engines without a module get nothing.
 * Cost: two adds to words of the processor per engine and event; a grace period, and the longest callback, per unload; a
 * line per processor and module, which modules had anyway.
 * Source: the proposal for global engines in the question itself.
 *
 * The counts of increments and of decrements are apart, as they have been since 2010. The owner frees its data after a 0, as
 * with unsynchronised; so what can be seen here of data is how much that was worth.
 */
import type { Machine } from '../layer/context.js';
import type { Engine } from '../layer/engine.js';
import { beginUnload as declareGoing, type Module } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { awaitUnused, putSplit, tryGetSplit } from '../sync/module-count.js';
import { unsynchronised } from './unsynchronised.js';

export const moduleRef: DetachOption = {
  ...unsynchronised,
  title: 'A reference to the module per callback, counted by processor; unloading waits',
  enter,
  leave,
  beginUnload,
};

function enter(task: Task, engine: Engine): boolean {
  return tryGetSplit(engine.module.count, task.context.rcu, task.context.cpu);
}

function leave(task: Task, engine: Engine): void {
  putSplit(engine.module.count, task.context.cpu);
}

function beginUnload(module: Module, machine: Machine): boolean {
  awaitUnused(module.count, machine.rcu);
  return declareGoing(module);
}
