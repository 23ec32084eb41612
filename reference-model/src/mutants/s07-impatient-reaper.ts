/** Seeded: the reaper does not leave the reap report to a task that is still making its death report. */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { record } from '../options/record.js';
import { detachSigkill } from '../scenarios/detach-sigkill.js';
import type { DetachWorld } from '../scenarios/world.js';

export const impatientReaper: Mutant<DetachOption, DetachWorld> = {
  id: 'S07',
  title: 'The reaper does not wait for the death report',
  source: 'seeded',
  option: { ...record, reaperReports: () => true },
  of: 'record',
  scenario: detachSigkill,
  caughtBy: 'final/reapIsLast',
};
