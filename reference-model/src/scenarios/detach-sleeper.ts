/**
 * The task sleeps in a system call that nothing breaks off. An engine is detached that wanted nothing of what the task was
 * reporting before: no callback is under way, and the task will make no report for a long time.
 */
import type { Scenario } from '@quiesce/checker/language';
import { EXIT, SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { newCrew } from '../layer/target.js';
import { newThread } from '../layer/task.js';
import { plainTraits } from '../layer/traits.js';
import { detachLast } from './detach-signalled.js';
import { type DetachSizes, type DetachWorld, newCastWith, targets, watching } from './world.js';

export const detachSleeper: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-sleeper',
  title: 'Detach from a task that sleeps in a system call',
  sizes: { tasks: 1, engines: 2, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const others = Array.from({ length: sizes.engines - 1 }, () => ({ flags: SYSCALL, callbacks: watching }));
    const parts = [...others, { flags: EXIT, callbacks: watching }];
    const traits = { ...plainTraits, sleeps: true };
    const cast = newCastWith(traits, option, sizes, parts, newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => detachLast(option, cast, owner, crew) };
    return { ...cast, freesData: false, processes: [...targets(option, cast, crew), detacher] };
  },
};
