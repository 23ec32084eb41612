/** Seeded: whoever finds the engine taken out is told so at once. */
import type { Mutant } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import { srcu } from '../options/srcu.js';
import { twoUnregister } from '../scenarios/two-unregister.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const loserDoesNotWait: Mutant<GlobalOption, GlobalWorld> = {
  id: 'G02',
  title: 'Who comes second does not wait',
  source: 'seeded',
  option: { ...srcu, waits: (found) => found },
  of: 'srcu',
  scenario: twoUnregister,
  caughtBy: 'two/loserIsQuiet',
};
