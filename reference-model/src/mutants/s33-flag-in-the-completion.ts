/**
 * Seeded: the exit function waits for a flag that the completion function sets, and not for its return. The bracket has
 * moved from the callback to the completion, and its end is as open as ever.
 */
import { type Mutant, when } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import { completion } from '../options/completion.js';
import { detachUnload } from '../scenarios/detach-unload.js';
import type { DetachWorld } from '../scenarios/world.js';

export const flagInTheCompletion: Mutant<DetachOption, DetachWorld> = {
  id: 'S33',
  title: 'An exit function waits for the completion to begin, and not for its return',
  source: 'seeded',
  option: { ...completion, ownerMayUnload: awaitFlag },
  of: 'completion',
  scenario: detachUnload,
  caughtBy: 'lifetime/text',
};

/** The owner's data is freed in the completion function. */
function awaitFlag(engine: Engine): boolean {
  when(engine.data.freed);
  return true;
}
