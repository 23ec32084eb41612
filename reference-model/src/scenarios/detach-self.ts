/**
 * A callback detaches its own engine: by its answer, or by a call from inside. The task is alone, so all that happens
 * here, it does to itself.
 */
import { choose, type Scenario } from '@quiesce/checker/language';
import type { Action, Callbacks } from '../layer/callbacks.js';
import { detach } from '../layer/control.js';
import { useData } from '../layer/data.js';
import type { Engine } from '../layer/engine.js';
import { QUIESCE, SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { newCrew } from '../layer/target.js';
import type { Task } from '../layer/task.js';
import { type DetachSizes, type DetachWorld, newCast, targets, watchers, watching } from './world.js';

export const detachSelf: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-self',
  title: 'Detach from the own callback',
  sizes: { tasks: 1, engines: 2, events: 2 },
  build: (option, sizes) => {
    const callbacks: Callbacks = {
      ...watching,
      quiesce: (task, engine) => leaveOrStay(option, task, engine),
      event: (task, engine) => leaveOrStay(option, task, engine),
    };
    const others = watchers(sizes.engines).slice(1);
    const parts = [{ flags: QUIESCE | SYSCALL, callbacks }, ...others];
    const crew = newCrew(0);
    const cast = newCast(option, sizes, parts, newModule('M'), []);
    return { ...cast, freesData: false, processes: targets(option, cast, crew) };
  },
};

function leaveOrStay(option: DetachOption, task: Task, engine: Engine): Action {
  useData(engine);
  const way = choose('stay', 'answer', 'call');
  if (way === 'answer') return 'detach';
  if (way === 'call') {
    const answer = detach(option, task, engine, task);
    option.afterAnswer(task, engine, answer, task, option);
  }
  return 'resume';
}
