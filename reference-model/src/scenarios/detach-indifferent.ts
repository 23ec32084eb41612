/**
 * SIGKILL against detach, for an engine that wants nothing of the task's end. Another engine does, so there is a death
 * report, and the answers of detach speak of it all the same.
 */
import type { Scenario } from '@quiesce/checker/language';
import { DEATH, SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { killers, reapers } from './end.js';
import { leaveCrew, tearDownAndFree } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCast, targets, watching } from './world.js';

export const detachIndifferent: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-indifferent',
  title: 'Detach an engine that does not ask for the death report',
  sizes: { tasks: 1, engines: 2, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const other = { flags: DEATH, callbacks: watching };
    const others = Array.from({ length: sizes.engines - 1 }, () => other);
    const parts = [{ flags: SYSCALL, callbacks: watching }, ...others];
    const cast = newCast(option, sizes, parts, newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => detachFirst(option, cast, owner, crew) };
    return {
      ...cast,
      freesData: true,
      processes: [...targets(option, cast, crew), detacher, ...killers(cast), ...reapers(option, cast, crew)],
    };
  },
};

function detachFirst(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks) tearDownAndFree(option, task, task.engines[0]!, current);
  leaveCrew(crew);
}
