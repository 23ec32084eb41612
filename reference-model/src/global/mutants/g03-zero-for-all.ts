/** Seeded: unregister is made idempotent, and says 0 to whoever asks. */
import type { Mutant } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import { srcuFast } from '../options/srcu-fast.js';
import { twoUnregister } from '../scenarios/two-unregister.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const zeroForAll: Mutant<GlobalOption, GlobalWorld> = {
  id: 'G03',
  title: 'All who unregister are told 0',
  source: 'seeded',
  option: { ...srcuFast, answer: () => 0 },
  of: 'srcu-fast',
  scenario: twoUnregister,
  caughtBy: 'two/oneRemoves',
};
