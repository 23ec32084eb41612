/**
 * The grace period is left to whoever needs it, and the next registration does not wait for that of the one before. A task
 * that has fetched the old data calls the new callback with them. Tracepoints have had this, from one probe to none to one.
 */
import type { Mutant } from '@quiesce/checker/language';
import { type Event, maskOf } from '../layer/event.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import { callThrough } from '../layer/report.js';
import type { Slot } from '../layer/slot.js';
import type { Task } from '../layer/task.js';
import { preemptOff } from '../options/preempt-off.js';
import { registerAgain } from '../scenarios/register-again.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const registeredAgain: Mutant<GlobalOption, GlobalWorld> = {
  id: 'X03',
  title: 'A new callback is given the data of an old client',
  source: 'tracepoints, cured by waiting at the transition',
  option: { ...preemptOff, isFree: (slot) => slot.ops === null, callIfWanted: dataFirst },
  of: 'preempt-off',
  scenario: registerAgain,
  caughtBy: 'dispatch/ownData',
};

function dataFirst(option: GlobalOption, registry: Registry, task: Task, slot: Slot, event: Event): void {
  if ((slot.mask & maskOf(event)) === 0) return;
  const data = slot.data!;
  const client = slot.ops;
  if (client !== null) callThrough(option, registry, task, slot, client, data, event);
}
