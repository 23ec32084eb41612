/**
 * A detach from the engine's own callback looks at the record as any other does, and finds the callback that it was called
 * from. The answer is true and of no use: nobody can wait for it, and a barrier made from there says 0 at once.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { record } from '../options/record.js';
import { repairedBarrier } from '../options/repaired-barrier.js';
import { detachSelf } from '../scenarios/detach-self.js';
import type { DetachWorld } from '../scenarios/world.js';

export const selfInProgress: Mutant<DetachOption, DetachWorld> = {
  id: 'L10',
  title: 'A callback that detaches its engine is warned of itself',
  source: 'utrace as it shipped',
  option: { ...repairedBarrier, inProgress: record.inProgress },
  of: 'repaired-barrier',
  scenario: detachSelf,
  caughtBy: 'self/callNeverInProgress',
};
