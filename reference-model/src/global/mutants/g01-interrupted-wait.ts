/** Seeded: the wait is made interruptible, and a caller may hear of it. */
import { choose, type Mutant } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import type { GlobalOption } from '../layer/option.js';
import { srcu } from '../options/srcu.js';
import { twoUnregister } from '../scenarios/two-unregister.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const interruptedWait: Mutant<GlobalOption, GlobalWorld> = {
  id: 'G01',
  title: 'Unregister answers as an interrupted sleep does',
  source: 'seeded',
  option: { ...srcu, answer: (found) => choose<Answer>(found ? 0 : '-ESRCH', '-ERESTARTSYS') },
  of: 'srcu',
  scenario: twoUnregister,
  caughtBy: 'answers/unregister',
};
