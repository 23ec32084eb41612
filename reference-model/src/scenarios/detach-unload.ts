/**
 * The exit function of the tracer's module: it detaches all engines of the module, and when it returns the module's text
 * is freed. If the contract does not allow that, the module stays.
 */
import type { Scenario } from '@quiesce/checker/language';
import { freeModule, newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { forget, leaveCrew, tearDown } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCast, targets, watchers } from './world.js';

export const detachUnload: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-unload',
  title: 'Detach all engines, then unload the module',
  sizes: { tasks: 2, engines: 1, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const cast = newCast(option, sizes, watchers(sizes.engines), newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => exitModule(option, cast, owner, crew) };
    return { ...cast, freesData: false, processes: [...targets(option, cast, crew), detacher] };
  },
};

function exitModule(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  cast.module.state = 'going';
  let allowed = true;
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      const answer = tearDown(option, task, engine, current);
      if (!option.ownerMayFree(answer)) allowed = false;
      forget(option, engine);
    }
  if (allowed) freeModule(cast.module);
  leaveCrew(crew);
}
