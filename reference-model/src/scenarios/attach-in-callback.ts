/**
 * A callback attaches another engine to its own task, for the event that is being reported. The task is alone: what the
 * new engine is told, it is told by the report that is under way, or by the next.
 */
import type { Scenario } from '@quiesce/checker/language';
import { attach } from '../layer/attach.js';
import type { Action, Callbacks } from '../layer/callbacks.js';
import { useData } from '../layer/data.js';
import type { Engine } from '../layer/engine.js';
import { SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { setEvents } from '../layer/set-events.js';
import { newCrew } from '../layer/target.js';
import type { Task } from '../layer/task.js';
import { plainTraits } from '../layer/traits.js';
import { forget } from './owner.js';
import { type DetachSizes, type DetachWorld, newCastWith, targets, watching } from './world.js';

export const attachInCallback: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'attach-in-callback',
  title: 'Attach from a callback of the same task',
  sizes: { tasks: 1, engines: 2, events: 2 },
  build: (option, sizes) => {
    const callbacks: Callbacks = { ...watching, event: (task, engine) => attachOthers(option, task, engine) };
    const others = Array.from({ length: sizes.engines - 1 }, () => ({
      flags: SYSCALL,
      callbacks: watching,
      later: true,
    }));
    const traits = { ...plainTraits, grows: true };
    const parts = [{ flags: SYSCALL, callbacks }, ...others];
    const cast = newCastWith(traits, option, sizes, parts, newModule('M'), []);
    return { ...cast, freesData: false, processes: targets(option, cast, newCrew(0)) };
  },
};

/** Acts once: then this engine lets go. */
function attachOthers(option: DetachOption, task: Task, engine: Engine): Action {
  useData(engine);
  for (const other of task.engines)
    if (other !== engine) {
      attach(option, task, other, null, task);
      setEvents(option, task, other, SYSCALL, task);
      forget(option, other);
    }
  return 'detach';
}
