/**
 * The exit function of the tracer's module: it detaches all engines of the module, and when it returns the module's text
 * is freed. If the contract does not allow that, the module stays.
 */
import type { Scenario } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import { freeModule, newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Task, type Thread } from '../layer/task.js';
import { forget, leaveCrew, tearDown } from './owner.js';
import {
  type Cast,
  type DetachSizes,
  type DetachWorld,
  newCast,
  type Part,
  targets,
  watchers,
} from './world.js';

export const detachUnload: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-unload',
  title: 'Detach all engines, then unload the module',
  sizes: { tasks: 2, engines: 1, events: 1 },
  build: (option, sizes) => unloading(option, sizes, watchers(sizes.engines), byTheContract),
};

/** How a client lets go of one engine. Tells whether, for all that it knows, the module's text may then be freed. */
export type LetGo = (option: DetachOption, task: Task, engine: Engine, current: Thread) => boolean;

/** A world whose one owner is the exit function of the module. */
export function unloading(
  option: DetachOption,
  sizes: DetachSizes,
  parts: readonly Part[],
  letGo: LetGo,
): DetachWorld {
  const owner = newThread('D0');
  const crew = newCrew(1);
  const cast = newCast(option, sizes, parts, newModule('M'), [owner]);
  const detacher = { name: owner.name, body: () => exitModule(option, cast, owner, crew, letGo) };
  return { ...cast, freesData: false, processes: [...targets(option, cast, crew), detacher] };
}

function exitModule(option: DetachOption, cast: Cast, current: Thread, crew: Crew, letGo: LetGo): void {
  if (!option.beginUnload(cast.module, cast.tasks[0]!.context.machine)) {
    leaveCrew(crew);
    return;
  }
  let allowed = true;
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      if (!letGo(option, task, engine, current)) allowed = false;
      forget(option, engine);
    }
  if (allowed) freeModule(cast.module);
  leaveCrew(crew);
}

export function byTheContract(option: DetachOption, task: Task, engine: Engine, current: Thread): boolean {
  return option.ownerMayUnload(engine, tearDown(option, task, engine, current));
}
