/**
 * The engine has a release function. Who gives back the last reference runs it: the task, when it takes the engine off its
 * list, or the owner.
 */
import type { Scenario } from '@quiesce/checker/language';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { forget, leaveCrew, tearDown } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCast, targets, watchers } from './world.js';

export const detachRelease: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-release',
  title: 'Detach an engine that has a release function',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const parts = watchers(sizes.engines).map((part) => ({ ...part, release }));
    const cast = newCast(option, sizes, parts, newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => detachAll(option, cast, owner, crew) };
    return { ...cast, freesData: false, processes: [...targets(option, cast, crew), detacher] };
  },
};

/** What it frees does not matter here: it is text of the module, and that it runs is seen. */
function release(): void {}

function detachAll(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      tearDown(option, task, engine, current);
      forget(option, engine);
    }
  leaveCrew(crew);
}
