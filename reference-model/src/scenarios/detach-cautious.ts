/**
 * An owner that does not trust the answer: it waits after each detach, also after a 0. Meanwhile the callback of the last
 * engine may stop the task, and the task may be killed, and reaped late.
 */
import { choose, type Scenario } from '@quiesce/checker/language';
import type { Callbacks } from '../layer/callbacks.js';
import { useData } from '../layer/data.js';
import { SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { killers, reapers } from './end.js';
import { forget, leaveCrew, tearDownAnyway } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCast, targets, watching } from './world.js';

export const detachCautious: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-cautious',
  title: 'Detach, and wait whatever the answer was',
  sizes: { tasks: 1, engines: 2, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const others = Array.from({ length: sizes.engines - 1 }, () => ({ flags: SYSCALL, callbacks: watching }));
    const parts = [...others, { flags: SYSCALL, callbacks: stopping }];
    const cast = newCast(option, sizes, parts, newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => detachAllAnyway(option, cast, owner, crew) };
    return {
      ...cast,
      freesData: false,
      processes: [...targets(option, cast, crew), detacher, ...killers(cast), ...reapers(option, cast, crew)],
    };
  },
};

const stopping: Callbacks = {
  ...watching,
  event: (_task, engine) => {
    useData(engine);
    return choose('resume', 'stop');
  },
};

function detachAllAnyway(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      tearDownAnyway(option, task, engine, current);
      forget(option, engine);
    }
  leaveCrew(crew);
}
