/** Seeded: an examination is good if the task is asleep at its end, whatever it did since the beginning. */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { record } from '../options/record.js';
import { examineStopped } from '../scenarios/examine-stopped.js';
import type { DetachWorld } from '../scenarios/world.js';

export const examinedByItsState: Mutant<DetachOption, DetachWorld> = {
  id: 'S15',
  title: 'An examination does not notice that the task has run and stopped again',
  source: 'seeded',
  option: { ...record, sleepsStill: (task) => task.stopped },
  of: 'record',
  scenario: examineStopped,
  caughtBy: 'examine/zeroMeansStill',
};
