/** Seeded: a callback that lets go is called again. */
import type { Mutant } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import { recordScan } from '../options/record-scan.js';
import { unregisterSelf } from '../scenarios/unregister-self.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const answerForgotten: Mutant<GlobalOption, GlobalWorld> = {
  id: 'G04',
  title: "A callback's answer is forgotten",
  source: 'seeded',
  option: { ...recordScan, letGo: () => {} },
  of: 'record-scan',
  scenario: unregisterSelf,
  caughtBy: 'self/answerIsLast',
};
