/** Seeded: after the quiesce callback the flags from before it still count. */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { recordBarrier } from '../options/record-barrier.js';
import { clearEvents } from '../scenarios/clear-events.js';
import type { DetachWorld } from '../scenarios/world.js';

export const flagsNotReadAgain: Mutant<DetachOption, DetachWorld> = {
  id: 'S03',
  title: 'The flags are not read again after the quiesce callback',
  source: 'seeded',
  option: { ...recordBarrier, stillWanted: (_engine, _event, before) => before },
  of: 'record-barrier',
  scenario: clearEvents,
  caughtBy: 'barrier/zeroMeansQuiet',
};
