/**
 * The path through the signal code made its report without putting new engines on the list first: the first signal after
 * an attach went by unseen.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { record } from '../options/record.js';
import { attachAndSignal } from '../scenarios/attach-and-signal.js';
import type { DetachWorld } from '../scenarios/world.js';

export const missedSplice: Mutant<DetachOption, DetachWorld> = {
  id: 'H16',
  title: 'A signal is reported before a new engine is on the list',
  source: 'utrace, fixed in 212f67efc86',
  option: { ...record, spliceForSignal: () => {} },
  of: 'record',
  scenario: attachAndSignal,
  caughtBy: 'attach/nextEvent',
};
