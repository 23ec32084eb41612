/**
 * A callback of one engine detaches another engine of the same task, as its owner would: one that has had its turn in the
 * same report, or one whose turn is to come.
 */
import { choose, type Scenario } from '@quiesce/checker/language';
import type { Action, Callbacks } from '../layer/callbacks.js';
import { useData } from '../layer/data.js';
import type { Engine } from '../layer/engine.js';
import { QUIESCE, SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { newCrew } from '../layer/target.js';
import type { Task } from '../layer/task.js';
import { tearDown } from './owner.js';
import { type DetachSizes, type DetachWorld, newCast, targets, watchers, watching } from './world.js';

export const detachOtherEngine: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-other-engine',
  title: "Detach from another engine's callback on the same task",
  sizes: { tasks: 1, engines: 3, events: 2 },
  build: (option, sizes) => {
    const callbacks: Callbacks = { ...watching, event: (task, engine) => detachOther(option, task, engine) };
    const actor = { flags: SYSCALL, callbacks };
    const before = { flags: QUIESCE | SYSCALL, callbacks: watching };
    const parts = [before, actor, ...watchers(sizes.engines - 2)];
    const crew = newCrew(0);
    const cast = newCast(option, sizes, parts, newModule('M'), []);
    return { ...cast, freesData: false, processes: targets(option, cast, crew) };
  },
};

/** Acts once: then this engine lets go as well. */
function detachOther(option: DetachOption, task: Task, engine: Engine): Action {
  useData(engine);
  const other = choose(task.engines[0]!, task.engines[task.engines.length - 1]!);
  tearDown(option, task, other, task);
  return 'detach';
}
