/**
 * With a signal pending the barrier does not sleep, and answers -ERESTARTSYS at once. Callers loop until it answers
 * something else. A caller that the scheduler prefers to the task loops for ever: the callback never gets to its end.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { recordBarrier } from '../options/record-barrier.js';
import { detachInterrupted } from '../scenarios/detach-interrupted.js';
import type { DetachWorld } from '../scenarios/world.js';

export const signalSpin: Mutant<DetachOption, DetachWorld> = {
  id: 'L06',
  title: 'A barrier with a signal pending is a busy loop',
  source: 'utrace as it shipped, with the loop of its clients',
  option: recordBarrier,
  of: 'repaired-barrier',
  scenario: detachInterrupted,
  caughtBy: 'wait/sleeps',
};
