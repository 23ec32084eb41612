/** Seeded: the report looks at the slot while its record is still in the store buffer. */
import type { Mutant } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import type { Slot } from '../layer/slot.js';
import type { Task } from '../layer/task.js';
import { recordScan } from '../options/record-scan.js';
import { unregisterBuffered } from '../scenarios/unregister-buffered.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const recordWithoutBarrier: Mutant<GlobalOption, GlobalWorld> = {
  id: 'G06',
  title: 'No barrier between the record and the slot',
  source: 'seeded',
  option: { ...recordScan, enter: note },
  of: 'record-scan',
  scenario: unregisterBuffered,
  memory: 'tso',
  caughtBy: 'order/quiet',
};

function note(task: Task, slot: Slot): boolean {
  task.record = slot;
  return true;
}
