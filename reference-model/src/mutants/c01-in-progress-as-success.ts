/**
 * From March 2009 to June 2010 SystemTap took -EINPROGRESS for success and unloaded its module without waiting. The option
 * is sound; its client is not.
 */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import { detach } from '../layer/control.js';
import { freeModule, newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { forget, leaveCrew } from '../scenarios/owner.js';
import {
  type Cast,
  type DetachSizes,
  type DetachWorld,
  newCast,
  targets,
  watchers,
} from '../scenarios/world.js';

const carelessUnload: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'careless-unload',
  title: 'Detach all engines, ignore the answers, then unload the module',
  sizes: { tasks: 1, engines: 1, events: 1 },
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
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      detach(option, task, engine, current);
      forget(option, engine);
    }
  freeModule(cast.module);
  leaveCrew(crew);
}

export const inProgressAsSuccess: Mutant<DetachOption, DetachWorld> = {
  id: 'C01',
  title: 'A client takes -EINPROGRESS for success',
  source: 'SystemTap 59b6abb3, fixed in 9cb8092c',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: carelessUnload,
  caughtBy: 'lifetime/text',
};
