/**
 * Module reference: the module cannot go while one of its callbacks runs.
 *
 * Mechanism: as the kernel of 2008 counted users of modules. Around each callback the core counts one user in and out, on
 * its own processor; unloading declares the module going, waits a grace period and then for the sum to be zero, and only
 * then runs the exit function. Who comes later finds the module going, and passes it over.
 * Contract: text is safe, and data that lives as long as the module. Unregister waits for nothing and promises nothing.
 * Cost: a test and two adds to the processor's own words per event. A line per processor and module, which is there anyway.
 * Source: proposed for global engines with the question. Today a module has one atomic count, and unloading does not wait.
 */

import { awaitUnused, putSplit, tryGetSplit } from '../../sync/module-count.js';
import { rcuReadLock, rcuReadUnlock } from '../../sync/rcu.js';
import { common } from '../layer/common.js';
import { type Event, maskOf } from '../layer/event.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import { callThrough } from '../layer/report.js';
import type { Slot } from '../layer/slot.js';
import type { Task } from '../layer/task.js';

export const moduleRef: GlobalOption = {
  ...common,
  title: "The module's count around each callback; unloading waits",
  callIfWanted,
  stopModule: (registry, module) => awaitUnused(module.count, registry.rcu),
  mayFreeData: false,
};

/** Preemption is off from before the slot is read until the module is counted: unloading waits for that. */
function callIfWanted(option: GlobalOption, registry: Registry, task: Task, slot: Slot, event: Event): void {
  rcuReadLock(task.reader);
  const wanted = (slot.mask & maskOf(event)) !== 0;
  const client = slot.ops;
  const data = slot.data;
  const held = wanted && client !== null && tryGetSplit(client.module.count, task.reader, task.cpu);
  rcuReadUnlock(task.reader);
  if (!held || client === null) return;
  callThrough(option, registry, task, slot, client, data!, event);
  putSplit(client.module.count, task.cpu);
}
