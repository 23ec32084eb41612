/**
 * An owner that keeps no pointer: it looks for its engines on the task, and detaches what it finds, until it finds none.
 * The task may end meanwhile, and be reaped.
 */
import type { Scenario } from '@quiesce/checker/language';
import type { Match } from '../layer/attach.js';
import { SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { enders } from './end.js';
import { leaveCrew, tearDownFound } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCast, targets, watching } from './world.js';

export const detachFound: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-found',
  title: 'Look for the engines, and detach them',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const part = { flags: SYSCALL | option.ownerWants, callbacks: watching };
    const parts = Array.from({ length: sizes.engines }, () => part);
    // Nobody holds a reference: the list has the only one, until a look gives another.
    const cast = { ...newCast(option, sizes, parts, newModule('M'), []), owners: [owner] };
    const match = { module: cast.module, data: null };
    const detacher = { name: owner.name, body: () => detachFoundOn(option, cast, match, owner, crew) };
    const processes = [...targets(option, cast, crew), detacher, ...enders(option, cast, crew)];
    return { ...cast, freesData: false, processes };
  },
};

function detachFoundOn(option: DetachOption, cast: Cast, match: Match, current: Thread, crew: Crew): void {
  for (const task of cast.tasks) tearDownFound(option, task, match, current);
  leaveCrew(crew);
}
