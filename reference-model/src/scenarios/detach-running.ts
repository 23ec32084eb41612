/**
 * The plain case: an owner detaches its engines, one after the other, while the task runs. It frees nothing, so what is
 * seen here is the detach alone.
 */
import type { Scenario } from '@quiesce/checker/language';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { forget, leaveCrew, tearDown } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCast, targets, watchers } from './world.js';

export const detachRunning: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-running',
  title: 'Detach while the task runs',
  sizes: { tasks: 1, engines: 2, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const cast = newCast(option, sizes, watchers(sizes.engines), newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => detachAll(option, cast, owner, crew) };
    return { ...cast, freesData: false, processes: [...targets(option, cast, crew), detacher] };
  },
};

function detachAll(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      tearDown(option, task, engine, current);
      forget(option, engine);
    }
  leaveCrew(crew);
}
