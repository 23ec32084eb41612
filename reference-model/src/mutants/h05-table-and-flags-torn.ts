/**
 * Until August 2010 (and in RHEL 6 for good) only the flags decided on the quiesce callback. A task that read the flags
 * before a detach and the table after it called the event's callback in a table that has none.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { record } from '../options/record.js';
import { detachRunning } from '../scenarios/detach-running.js';
import type { DetachWorld } from '../scenarios/world.js';

export const tableAndFlagsTorn: Mutant<DetachOption, DetachWorld> = {
  id: 'H05',
  title: 'Old flags with the new table: a callback that does not exist is called',
  source: 'utrace, fixed in 9cc6eff5cf9',
  option: { ...record, callsQuiesce: (wantsQuiesce) => wantsQuiesce },
  of: 'record',
  scenario: detachRunning,
  caughtBy: 'dispatch/neverEmpty',
};
