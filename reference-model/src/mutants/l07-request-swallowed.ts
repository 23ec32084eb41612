/**
 * Never fixed in utrace; the message of 47c593ee5d9 names it. A signal takes the request for a report with it, and the
 * report is left out if no engine wants quiesce events. But a detached engine waits for it: it stays on the list until the
 * task's next event, and so does whoever waits for it to go.
 */
import type { Mutant } from '@quiesce/checker/language';
import { QUIESCE } from '../layer/event.js';
import type { DetachOption } from '../layer/option.js';
import { someWants } from '../layer/signal.js';
import { recordBarrier } from '../options/record-barrier.js';
import { detachSignalled } from '../scenarios/detach-signalled.js';
import type { DetachWorld } from '../scenarios/world.js';

export const requestSwallowed: Mutant<DetachOption, DetachWorld> = {
  id: 'L07',
  title: 'A signal swallows the report that a detach has asked for',
  source: 'utrace as it shipped; named in 47c593ee5d9',
  option: { ...recordBarrier, hearsRequest: (task) => someWants(task, QUIESCE) },
  of: 'record-barrier',
  scenario: detachSignalled,
  caughtBy: 'wait/ends',
};
