/** Seeded: the owner of a counted engine holds no reference, and sleeps on a word of the engine that the task frees. */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { counted } from '../options/counted.js';
import { detachRunning } from '../scenarios/detach-running.js';
import type { DetachWorld } from '../scenarios/world.js';

export const noReference: Mutant<DetachOption, DetachWorld> = {
  id: 'S10',
  title: 'Detach sleeps on an engine that nobody holds',
  source: 'seeded',
  option: { ...counted, ownerReferences: 0 },
  of: 'counted',
  scenario: detachRunning,
  caughtBy: 'lifetime/engine',
};
