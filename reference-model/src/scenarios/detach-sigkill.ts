/**
 * SIGKILL against detach. The engine wants all that a task's end brings; its callbacks may stop the task, and clean up
 * where the contract says that the cleanup is theirs: the death callback, which then detaches, or the reap callback.
 */
import { choose, type Scenario } from '@quiesce/checker/language';
import type { Callbacks } from '../layer/callbacks.js';
import { freeData, useData } from '../layer/data.js';
import { DEATH, EXIT, REAP, SYSCALL } from '../layer/event.js';
import { freeModule, newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { killers, reapers } from './end.js';
import { forget, leaveCrew, tearDown } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCast, targets, watching } from './world.js';

export const detachSigkill: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-sigkill',
  title: 'Detach against SIGKILL',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const part = { flags: SYSCALL | EXIT | DEATH | REAP, callbacks: cleaning };
    const parts = Array.from({ length: sizes.engines }, () => part);
    const cast = newCast(option, sizes, parts, newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => cleanUpAndUnload(option, cast, owner, crew) };
    return {
      ...cast,
      freesData: true,
      processes: [...targets(option, cast, crew), detacher, ...killers(cast), ...reapers(option, cast, crew)],
    };
  },
};

/** What is not for the owner to clean up may keep the module loaded, where nothing tells the owner when that is over. */
function cleanUpAndUnload(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  cast.module.state = 'going';
  let allowed = true;
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      const answer = tearDown(option, task, engine, current);
      if (option.ownerMayFree(answer)) freeData(engine);
      if (!option.ownerMayUnload(engine, answer)) allowed = false;
      forget(option, engine);
    }
  const machine = cast.tasks[0]!.context.machine;
  if (allowed && option.beginUnload(cast.module, machine)) freeModule(cast.module);
  leaveCrew(crew);
}

const cleaning: Callbacks = {
  ...watching,
  event: (_task, engine) => {
    useData(engine);
    return choose('resume', 'stop');
  },
  death: (_task, engine) => {
    useData(engine);
    if (choose(false, true)) return 'resume';
    freeData(engine);
    return 'detach';
  },
  reap: (_task, engine) => {
    freeData(engine);
  },
};
