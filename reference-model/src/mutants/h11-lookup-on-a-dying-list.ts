/**
 * The reaper walked the list and took engines off it without the lock, while a look at the task's engines walked it under
 * the lock: it could come upon an engine that had just been freed.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { recordBarrier } from '../options/record-barrier.js';
import { detachFound } from '../scenarios/detach-found.js';
import type { DetachWorld } from '../scenarios/world.js';

export const lookupOnADyingList: Mutant<DetachOption, DetachWorld> = {
  id: 'H11',
  title: 'A look at the engines walks the list that the reaper takes apart',
  source: 'utrace ac6e19c7457, fixed in d83135e8f2a',
  option: { ...recordBarrier, listIsTaken: () => false },
  of: 'record-barrier',
  scenario: detachFound,
  caughtBy: 'lifetime/engine',
};
