/**
 * An owner holds its engine, and not the task. The task ends, is reaped and freed; the owner detaches by a pointer that may
 * be stale.
 */
import type { Scenario } from '@quiesce/checker/language';
import { SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { plainTraits } from '../layer/traits.js';
import { enders } from './end.js';
import { forget, leaveCrew, tearDown } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCastWith, targets, watching } from './world.js';

export const detachFreed: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-freed',
  title: 'Detach by a stale pointer to the task',
  sizes: { tasks: 1, engines: 1, events: 0 },
  build: (option, sizes) => freeing(option, sizes, detachHeld),
};

/** What the owner does. */
type Owner = (option: DetachOption, cast: Cast, current: Thread, crew: Crew) => void;

/** A world with one owner, in which a task that was reaped is freed. */
export function freeing(option: DetachOption, sizes: DetachSizes, owned: Owner): DetachWorld {
  const owner = newThread('D0');
  const crew = newCrew(1);
  const parts = Array.from({ length: sizes.engines }, () => ({ flags: SYSCALL, callbacks: watching }));
  const traits = { ...plainTraits, freed: true };
  const cast = newCastWith(traits, option, sizes, parts, newModule('M'), [owner]);
  const detacher = { name: owner.name, body: () => owned(option, cast, owner, crew) };
  const processes = [...targets(option, cast, crew), detacher, ...enders(option, cast, crew)];
  return { ...cast, freesData: false, processes };
}

function detachHeld(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      tearDown(option, task, engine, current);
      forget(option, engine);
    }
  leaveCrew(crew);
}
