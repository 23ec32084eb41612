/** Two tasks, each with an engine whose callback detaches the engine of the other task. */
import type { Scenario } from '@quiesce/checker/language';
import type { Action, Callbacks } from '../layer/callbacks.js';
import { useData } from '../layer/data.js';
import type { Engine } from '../layer/engine.js';
import { SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { newCrew } from '../layer/target.js';
import { newThread, type Task } from '../layer/task.js';
import { forget, tearDown } from './owner.js';
import { type DetachSizes, type DetachWorld, newCast, targets, watching } from './world.js';

export const detachCrosswise: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-crosswise',
  title: "Detach from a callback on another task, and be detached from that task's",
  sizes: { tasks: 2, engines: 1, events: 1 },
  build: (option, sizes) => {
    // The callback of one task holds what the owner of the other's engine would.
    const tasks: Task[] = [];
    const callbacks: Callbacks = {
      ...watching,
      event: (task, engine) => detachAcross(option, tasks, task, engine),
    };
    const parts = Array.from({ length: sizes.engines }, () => ({ flags: SYSCALL, callbacks }));
    // Each engine has one who holds a reference to it: the callback on the other task.
    const cast = { ...newCast(option, sizes, parts, newModule('M'), [newThread('H')]), owners: [] };
    for (const task of cast.tasks) tasks.push(task);
    return { ...cast, freesData: false, processes: targets(option, cast, newCrew(0)) };
  },
};

function detachAcross(option: DetachOption, tasks: readonly Task[], task: Task, engine: Engine): Action {
  useData(engine);
  for (const other of tasks)
    if (other !== task)
      for (const one of other.engines) {
        tearDown(option, other, one, task);
        forget(option, one);
      }
  return 'resume';
}
