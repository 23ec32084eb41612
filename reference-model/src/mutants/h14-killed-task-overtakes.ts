/**
 * Until November 2009 a task that SIGKILL woke from a stop did not wait for the lock: it overtook a tracer that had seen
 * it stopped and was taking its engine off the list.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { record } from '../options/record.js';
import { detachSigkill } from '../scenarios/detach-sigkill.js';
import type { DetachWorld } from '../scenarios/world.js';

export const killedTaskOvertakes: Mutant<DetachOption, DetachWorld> = {
  id: 'H14',
  title: 'A killed task overtakes the tracer that saw it stopped',
  source: 'utrace, fixed in e2ced717929',
  option: { ...record, finishStop: () => {} },
  of: 'record',
  scenario: detachSigkill,
  caughtBy: 'detach/noCallbackAfterZero',
};
