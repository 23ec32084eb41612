/** Between July and September 2009 the reaper cleared the engine's flags, and asked them then whether to call. */
import type { Mutant } from '@quiesce/checker/language';
import { callThrough } from '../layer/callbacks.js';
import { REAP } from '../layer/event.js';
import { unlink } from '../layer/list.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { detachSigkill } from '../scenarios/detach-sigkill.js';
import type { DetachWorld } from '../scenarios/world.js';

export const clearedFlagsLoseReap: Mutant<DetachOption, DetachWorld> = {
  id: 'H09',
  title: 'No reap callback is ever made',
  source: 'utrace d4bcb571247, fixed in 2e1289280d2',
  option: { ...record, reportReap },
  of: 'record',
  scenario: detachSigkill,
  caughtBy: 'final/esrchMeansReap',
};

function reportReap(task: Task): void {
  for (const engine of task.engines) {
    if (!engine.attached) continue;
    engine.flags = 0;
    if ((engine.flags & REAP) !== 0) callThrough(engine.ops, task, engine, 'reap');
    unlink(engine);
  }
}
