/**
 * Between March and June 2009 the record stayed where no callback was made: an engine that wanted nothing of the event was
 * noted as being called until the task's next event.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { recordBarrier } from '../options/record-barrier.js';
import { clearEvents } from '../scenarios/clear-events.js';
import type { DetachWorld } from '../scenarios/world.js';

export const stuckRecordNoTaker: Mutant<DetachOption, DetachWorld> = {
  id: 'H01',
  title: 'The record stays set where an engine wants nothing',
  source: 'utrace 827ec3b291a, fixed in cf890ad4681',
  option: { ...recordBarrier, passOver: () => {} },
  of: 'record-barrier',
  scenario: clearEvents,
  caughtBy: 'wait/ends',
};
