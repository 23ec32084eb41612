/**
 * An administrator who forces a live patch through declares complete what is not: from then on the module must stay for
 * ever. Here the exit function is told not to wait for the completion, and the module goes.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { completion } from '../options/completion.js';
import { detachUnload } from '../scenarios/detach-unload.js';
import type { DetachWorld } from '../scenarios/world.js';

export const forcedCompletion: Mutant<DetachOption, DetachWorld> = {
  id: 'X10',
  title: 'A completion is declared, and the module is not pinned',
  source: 'the force switch of live patching',
  option: { ...completion, ownerMayUnload: () => true },
  of: 'completion',
  scenario: detachUnload,
  caughtBy: 'lifetime/text',
};
