/**
 * A thread executes a program: it kills its sibling without being asked, and reaps it itself, so that the sibling's reap
 * callback runs in that thread. Meanwhile the owner detaches from the sibling.
 */
import { choose, type Process, type Scenario } from '@quiesce/checker/language';
import type { Callbacks } from '../layer/callbacks.js';
import { freeData, useData } from '../layer/data.js';
import { reap } from '../layer/death.js';
import { DEATH, REAP } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { killTask } from '../layer/stop.js';
import { type Crew, newCrew, runTarget } from '../layer/target.js';
import { newThread, type Task, type Thread } from '../layer/task.js';
import { plainTraits } from '../layer/traits.js';
import { leaveCrew, tearDownAndFree } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCastEach, watching } from './world.js';

export const detachExec: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-exec',
  title: 'Detach from a thread whose sibling executes a program',
  sizes: { tasks: 2, engines: 1, events: 0 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const partsOf = (task: number) => (task === 0 ? [] : [{ flags: DEATH | REAP, callbacks: cleaning }]);
    const cast = newCastEach(plainTraits, option, sizes, partsOf, newModule('M'), [owner]);
    const thread = cast.tasks[0]!;
    const sibling = cast.tasks[1]!;
    const processes: readonly Process[] = [
      { name: thread.name, body: () => execute(option, sibling) },
      { name: sibling.name, body: () => runTarget(option, sibling, crew) },
      { name: owner.name, body: () => detachSibling(option, cast, owner, crew) },
    ];
    return { ...cast, freesData: true, processes };
  },
};

/** What a thread does in `de_thread()`. */
function execute(option: DetachOption, sibling: Task): void {
  killTask(sibling);
  reap(option, sibling);
}

function detachSibling(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const engine of cast.tasks[1]!.engines) tearDownAndFree(option, cast.tasks[1]!, engine, current);
  leaveCrew(crew);
}

const cleaning: Callbacks = {
  ...watching,
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
