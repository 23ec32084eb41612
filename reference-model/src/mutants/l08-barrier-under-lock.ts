/**
 * The uprobes of SystemTap detached with a lock held that their callbacks take. Their comment says that the barrier must
 * not be called there, and so they did not call it, and freed what the callbacks used. Here it is called.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { recordBarrier } from '../options/record-barrier.js';
import { detachUnderLock } from '../scenarios/detach-under-lock.js';
import type { DetachWorld } from '../scenarios/world.js';

export const barrierUnderLock: Mutant<DetachOption, DetachWorld> = {
  id: 'L08',
  title: 'A barrier under a lock that the callback waits for',
  source: 'a comment in the uprobes2 of SystemTap',
  option: recordBarrier,
  of: 'record',
  scenario: detachUnderLock,
  caughtBy: 'context/underLock',
};
