/** An owner detaches while the task runs, and frees what the callbacks use as soon as the contract allows it. */
import type { Scenario } from '@quiesce/checker/language';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { leaveCrew, tearDownAndFree } from './owner.js';
import {
  type Cast,
  type DetachSizes,
  type DetachWorld,
  newCast,
  type Part,
  targets,
  watchers,
} from './world.js';

export const detachFreeData: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-free-data',
  title: 'Detach, then free the data',
  sizes: { tasks: 1, engines: 1, events: 2 },
  build: (option, sizes) => freeing(option, sizes, watchers(sizes.engines)),
};

/** A world whose one owner detaches and frees. */
export function freeing(option: DetachOption, sizes: DetachSizes, parts: readonly Part[]): DetachWorld {
  const owner = newThread('D0');
  const crew = newCrew(1);
  const cast = newCast(option, sizes, parts, newModule('M'), [owner]);
  const detacher = { name: owner.name, body: () => detachAndFreeAll(option, cast, owner, crew) };
  return { ...cast, freesData: true, processes: [...targets(option, cast, crew), detacher] };
}

export function detachAndFreeAll(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks)
    for (const engine of task.engines) tearDownAndFree(option, task, engine, current);
  leaveCrew(crew);
}
