/** An owner detaches and frees while a callback sleeps: it allocates memory, say. Where the contract forbids that, it does not. */
import type { Scenario } from '@quiesce/checker/language';
import type { Action, Callbacks } from '../layer/callbacks.js';
import { useData } from '../layer/data.js';
import type { Engine } from '../layer/engine.js';
import { SYSCALL } from '../layer/event.js';
import { callbackSleeps } from '../layer/observations.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { freeing } from './detach-free-data.js';
import { type DetachSizes, type DetachWorld, watching } from './world.js';

export const detachAsleep: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-asleep',
  title: 'Detach while a callback sleeps',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const callbacks: Callbacks = {
      ...watching,
      event: (task, engine) => sleepIfAllowed(option, task, engine),
    };
    const parts = Array.from({ length: sizes.engines }, () => ({ flags: SYSCALL, callbacks }));
    return freeing(option, sizes, parts);
  },
};

function sleepIfAllowed(option: DetachOption, task: Task, engine: Engine): Action {
  useData(engine);
  if (option.callbacksMaySleep) {
    callbackSleeps(engine);
    option.rests(task);
    option.wakes(task);
    useData(engine);
  }
  return 'resume';
}
