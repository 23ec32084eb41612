/**
 * Seeded: a task stores its note also for a slot that is empty. Whoever walks through the tasks may then find the note of one that
 * reports all the time set, whenever it looks.
 */
import { type Mutant, smp_mb } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import type { Slot } from '../layer/slot.js';
import type { Task } from '../layer/task.js';
import { recordScan } from '../options/record-scan.js';
import { unregisterBusy } from '../scenarios/unregister-busy.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const noteBeforeLook: Mutant<GlobalOption, GlobalWorld> = {
  id: 'G09',
  title: 'A note is stored for an empty slot too',
  source: 'seeded',
  option: { ...recordScan, enter: note },
  of: 'record-scan',
  scenario: unregisterBusy,
  caughtBy: 'wait/busy',
};

function note(task: Task, slot: Slot): boolean {
  task.record = slot;
  smp_mb();
  return true;
}
