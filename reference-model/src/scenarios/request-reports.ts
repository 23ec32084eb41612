/**
 * An owner asks the task for a report, in which it stops, or comes upon it asleep in a system call; then it asks again, or
 * interrupts it.
 */
import { choose, type Scenario, when } from '@quiesce/checker/language';
import { ask } from '../layer/ask.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { plainTraits } from '../layer/traits.js';
import { forget, leaveCrew } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCastWith, targets, watchers } from './world.js';

export const requestReports: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'request-reports',
  title: 'Ask a task for a report, or interrupt it',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const traits = { ...plainTraits, signals: true, sleeps: true };
    const cast = newCastWith(traits, option, sizes, watchers(sizes.engines), newModule('M'), [owner]);
    const asker = { name: owner.name, body: () => askTwice(option, cast, owner, crew) };
    return { ...cast, freesData: false, processes: [...targets(option, cast, crew), asker] };
  },
};

function askTwice(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks) {
    const engine = task.engines[0]!;
    engine.data.stopAsked = true;
    ask(option, task, engine, 'report', current);
    when(task.stopped || task.asleep);
    engine.data.stopAsked = false;
    const what = choose('report', 'interrupt');
    ask(option, task, engine, what, current);
    // Nothing else is to wake it.
    if (what === 'interrupt') when(task.request === 'none');
    forget(option, engine);
  }
  leaveCrew(crew);
}
