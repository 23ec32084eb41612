/** An owner detaches while it holds a lock that the engine's own callback takes. */
import { lock, type Scenario, unlock } from '@quiesce/checker/language';
import type { Callbacks } from '../layer/callbacks.js';
import { useData } from '../layer/data.js';
import { SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { forget, leaveCrew, tearDown } from './owner.js';
import {
  type Cast,
  type DetachSizes,
  type DetachWorld,
  newCast,
  targets,
  watchers,
  watching,
} from './world.js';

export const detachUnderLock: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-under-lock',
  title: 'Detach under a lock that the callback takes',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const parts = [{ flags: SYSCALL, callbacks: locking }, ...watchers(sizes.engines - 1)];
    const cast = newCast(option, sizes, parts, newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => detachUnderMutex(option, cast, owner, crew) };
    return { ...cast, freesData: false, processes: [...targets(option, cast, crew), detacher] };
  },
};

/** Callbacks that take the tracer's own lock, and so may wait for its owner. */
export const locking: Callbacks = {
  ...watching,
  event: (_task, engine) => {
    lock(engine.module.mutex);
    useData(engine);
    unlock(engine.module.mutex);
    return 'resume';
  },
};

/** Detaches the first engine of each task with the tracer's lock held. */
export function detachUnderMutex(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  lock(cast.module.mutex);
  for (const task of cast.tasks) {
    const engine = task.engines[0]!;
    tearDown(option, task, engine, current);
    forget(option, engine);
  }
  unlock(cast.module.mutex);
  leaveCrew(crew);
}
