/** A task that finds the slot empty goes on without giving its count back. SystemTap has leaked its count on an error path. */
import { atomic, type Mutant } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import type { Slot } from '../layer/slot.js';
import type { Task } from '../layer/task.js';
import { counted } from '../options/counted.js';
import { unregisterRunning } from '../scenarios/unregister-running.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const leakedCount: Mutant<GlobalOption, GlobalWorld> = {
  id: 'C08',
  title: 'A count is not given back where there is nothing to call',
  source: 'SystemTap, fixed in c59e89446',
  option: { ...counted, enter },
  of: 'counted',
  scenario: unregisterRunning,
  caughtBy: 'wait/ends',
};

function enter(_task: Task, slot: Slot): boolean {
  const counts = atomic(() => {
    if (slot.inFlight === 0) return false;
    slot.inFlight += 1;
    return true;
  });
  return counts && slot.ops !== null;
}
