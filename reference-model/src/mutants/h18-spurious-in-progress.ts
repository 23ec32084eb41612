/**
 * set_events looked at the record whatever it had done, and answered -EINPROGRESS to a caller that had only added events:
 * it had nothing to wait for, and often nobody who could.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { record } from '../options/record.js';
import { changeEvents } from '../scenarios/change-events.js';
import type { DetachWorld } from '../scenarios/world.js';

export const spuriousInProgress: Mutant<DetachOption, DetachWorld> = {
  id: 'H18',
  title: 'Adding events is answered as if some had been cleared',
  source: 'utrace, fixed in 28aa15a6b49; for dead tasks in 9ed6a394c0d',
  option: { ...record, mindsCallback: () => true },
  of: 'record',
  scenario: changeEvents,
  caughtBy: 'events/addedWithoutAlarm',
};
