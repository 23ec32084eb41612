/** Reports: a task tells all global engines of an event. Any number of tasks may be at it at once. */
import { acquire, lock, unlock } from '@quiesce/checker/language';
import type { Client, Data } from './client.js';
import { type Event, maskOf } from './event.js';
import { callbackReturns, callbackStarts, reportBegins, reportEnds } from './observations.js';
import type { GlobalOption } from './option.js';
import type { Registry } from './registry.js';
import type { Slot } from './slot.js';
import type { Task } from './task.js';
import { takeOut } from './unregister.js';

export function report(option: GlobalOption, registry: Registry, task: Task, event: Event): void {
  reportBegins(task, event);
  option.beginReport(task);
  for (const slot of registry.slots) takeTurn(option, registry, task, slot, event);
  option.endReport(task);
  reportEnds(task, event);
}

function takeTurn(option: GlobalOption, registry: Registry, task: Task, slot: Slot, event: Event): void {
  if (!option.enter(task, slot)) return;
  option.callIfWanted(option, registry, task, slot, event);
  option.leave(task, slot);
}

/** Whoever registers writes the data first and the callbacks last; they are read the other way. */
export function callIfWanted(
  option: GlobalOption,
  registry: Registry,
  task: Task,
  slot: Slot,
  event: Event,
): void {
  if ((slot.mask & maskOf(event)) === 0) return;
  const client = acquire(slot.ops);
  if (client === null) return;
  callThrough(option, registry, task, slot, client, slot.data!, event);
}

/** Calls into the client's text, and does what it answers. */
export function callThrough(
  option: GlobalOption,
  registry: Registry,
  task: Task,
  slot: Slot,
  client: Client,
  data: Data,
  event: Event,
): void {
  callbackStarts(client, task, event);
  option.enterInside(client, task);
  const action = client.callback(task, client, data);
  option.leaveInside(client, task);
  callbackReturns(client, task, action);
  if (action === 'unregister') option.letGo(option, registry, slot, client);
}

/** A callback has answered that it lets go of its engine. Others may be in it: nobody waits for them here. */
export function letGo(option: GlobalOption, registry: Registry, slot: Slot, client: Client): void {
  lock(registry.lock);
  if (slot.ops === client) takeOut(option, slot);
  unlock(registry.lock);
}
