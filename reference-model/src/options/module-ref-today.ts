/**
 * Module reference, as today: one atomic word for the module, and unloading does not wait.
 *
 * Mechanism: the task adds one to the module's count unless it is zero, and takes it away after the callback. Unloading takes
 * the module's own one away if nobody else is there, and otherwise is refused.
 * Contract: as module-ref, but rmmod fails with `-EWOULDBLOCK` while a callback runs. Whoever wants to unload a busy tracer
 * tries again and again.
 * Cost: two locked operations per engine and event, on a line that all engines of the module share; no wait.
 * Source: kernel/module since 3.13, which took the waiting unload away, and 3.19, which took the split counts away.
 */
import type { Engine } from '../layer/engine.js';
import { beginUnload as declareGoing, type Module } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { putShared, tryGetShared, tryStop } from '../sync/module-count.js';
import { unsynchronised } from './unsynchronised.js';

export const moduleRefToday: DetachOption = {
  ...unsynchronised,
  title: 'A reference to the module per callback, in one atomic word; unloading fails',
  enter,
  leave,
  beginUnload,
};

function enter(_task: Task, engine: Engine): boolean {
  return tryGetShared(engine.module.count);
}

function leave(_task: Task, engine: Engine): void {
  putShared(engine.module.count);
}

function beginUnload(module: Module): boolean {
  return tryStop(module.count) && declareGoing(module);
}
