/**
 * An owner detaches its engines while the task runs; the callback of the last one stops the task. So the task may stand
 * still for one engine while its owner is busy with another.
 */
import { choose, type Scenario } from '@quiesce/checker/language';
import type { Callbacks } from '../layer/callbacks.js';
import { useData } from '../layer/data.js';
import { SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { newCrew } from '../layer/target.js';
import { newThread } from '../layer/task.js';
import { detachAll } from './detach-running.js';
import { type DetachSizes, type DetachWorld, newCast, targets, watchers, watching } from './world.js';

export const detachBesideStop: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-beside-stop',
  title: "Detach while another engine's callback may stop the task",
  sizes: { tasks: 1, engines: 2, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const parts = [...watchers(sizes.engines - 1), { flags: SYSCALL, callbacks: stopping }];
    const cast = newCast(option, sizes, parts, newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => detachAll(option, cast, owner, crew) };
    return { ...cast, freesData: false, processes: [...targets(option, cast, crew), detacher] };
  },
};

const stopping: Callbacks = {
  ...watching,
  event: (_task, engine) => {
    useData(engine);
    return choose('resume', 'stop');
  },
};
