/** Seeded: the reaper takes engines off the list, and nobody tells their owners. */
import type { Mutant } from '@quiesce/checker/language';
import { reportReap } from '../layer/death.js';
import type { DetachOption } from '../layer/option.js';
import { completion } from '../options/completion.js';
import { detachSigkill } from '../scenarios/detach-sigkill.js';
import type { DetachWorld } from '../scenarios/world.js';

export const completionLost: Mutant<DetachOption, DetachWorld> = {
  id: 'S31',
  title: 'The completion is lost where the task ends first',
  source: 'seeded',
  option: { ...completion, reportReap },
  of: 'completion',
  scenario: detachSigkill,
  caughtBy: 'completion/exactlyOnce',
};
