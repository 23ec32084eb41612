/** One thread examines the stopped task, while another, for the same engine, lets it go and stops it again. */
import { type Scenario, when } from '@quiesce/checker/language';
import { resume, stop } from '../layer/control.js';
import { finishExamine, prepareExamine } from '../layer/examine.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { plainTraits } from '../layer/traits.js';
import { forget, leaveCrew, tearDown } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCastWith, targets, watchers } from './world.js';

export const examineStopped: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'examine-stopped',
  title: 'Examine a stopped task that another thread wakes',
  sizes: { tasks: 1, engines: 1, events: 0 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const examiner = newThread('X0');
    const crew = newCrew(1);
    const traits = { ...plainTraits, examined: true };
    const cast = newCastWith(traits, option, sizes, watchers(sizes.engines), newModule('M'), [owner]);
    const others = [
      { name: owner.name, body: () => stopTwice(option, cast, owner, crew) },
      { name: examiner.name, body: () => examine(option, cast, examiner, crew) },
    ];
    return { ...cast, freesData: false, processes: [...targets(option, cast, crew), ...others] };
  },
};

function stopTwice(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks) {
    const engine = task.engines[0]!;
    engine.data.stopAsked = true;
    stop(option, task, engine);
    when(task.stopped);
    resume(option, task, engine, current);
    stop(option, task, engine);
    when(task.stopped);
    tearDown(option, task, engine, current);
    forget(option, engine);
  }
  leaveCrew(crew);
}

function examine(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks) {
    const engine = task.engines[0]!;
    when(task.stopped || crew.active === 0);
    const sleeps = prepareExamine(task, engine, current);
    if (sleeps !== null) finishExamine(option, task, engine, sleeps, current);
  }
}
