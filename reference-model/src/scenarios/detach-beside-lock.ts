/**
 * An owner detaches while it holds a lock that the engine's own callback never takes, but the callback of another engine
 * of the same task does.
 */
import type { Scenario } from '@quiesce/checker/language';
import { SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { newCrew } from '../layer/target.js';
import { newThread } from '../layer/task.js';
import { detachUnderMutex, locking } from './detach-under-lock.js';
import { type DetachSizes, type DetachWorld, newCast, targets, watching } from './world.js';

export const detachBesideLock: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-beside-lock',
  title: "Detach under a lock that another engine's callback takes",
  sizes: { tasks: 1, engines: 2, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const others = Array.from({ length: sizes.engines - 1 }, () => ({ flags: SYSCALL, callbacks: locking }));
    const parts = [{ flags: SYSCALL, callbacks: watching }, ...others];
    const cast = newCast(option, sizes, parts, newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => detachUnderMutex(option, cast, owner, crew) };
    return { ...cast, freesData: false, processes: [...targets(option, cast, crew), detacher] };
  },
};
