/**
 * The owner of an engine that stays changes its events: it adds the reports of the task's end, or gives one up. The task
 * may be killed meanwhile, and is reaped.
 */
import { choose, type Scenario } from '@quiesce/checker/language';
import { DEATH, REAP, SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { setEvents } from '../layer/set-events.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { killers, reapers } from './end.js';
import { forget, leaveCrew } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCast, targets, watching } from './world.js';

export const changeEvents: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'change-events',
  title: "Add the events of the task's end, or give one up",
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const part = { flags: SYSCALL | DEATH, callbacks: watching };
    const parts = Array.from({ length: sizes.engines }, () => part);
    const cast = newCast(option, sizes, parts, newModule('M'), [owner]);
    const changer = { name: owner.name, body: () => changeAll(option, cast, owner, crew) };
    return {
      ...cast,
      freesData: false,
      processes: [...targets(option, cast, crew), changer, ...killers(cast), ...reapers(option, cast, crew)],
    };
  },
};

function changeAll(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      const events = choose(SYSCALL | DEATH | REAP, SYSCALL) | option.ownerWants;
      setEvents(option, task, engine, events, current);
      forget(option, engine);
    }
  leaveCrew(crew);
}
