/**
 * In September 2008 SystemTap counted in its own callbacks, first thing and last, and waited at unload until the count was
 * zero. Before the first and after the last instruction of that bracket the task is in the module's text, uncounted.
 */
import { atomicDecAndTest, atomicInc, type Mutant, type Scenario, when } from '@quiesce/checker/language';
import type { Callbacks } from '../layer/callbacks.js';
import { detach } from '../layer/control.js';
import { useData } from '../layer/data.js';
import { SYSCALL } from '../layer/event.js';
import { freeModule, newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { record } from '../options/record.js';
import { forget, leaveCrew } from '../scenarios/owner.js';
import {
  type Cast,
  type DetachSizes,
  type DetachWorld,
  newCast,
  targets,
  watching,
} from '../scenarios/world.js';

const countingUnload: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'counting-unload',
  title: "Detach all engines, wait for the client's own count, then unload the module",
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const parts = Array.from({ length: sizes.engines }, () => ({ flags: SYSCALL, callbacks: counting }));
    const cast = newCast(option, sizes, parts, newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => exitModule(option, cast, owner, crew) };
    return { ...cast, freesData: false, processes: [...targets(option, cast, crew), detacher] };
  },
};

const counting: Callbacks = {
  ...watching,
  event: (_task, engine) => {
    atomicInc(engine.module, 'inUse');
    useData(engine);
    atomicDecAndTest(engine.module, 'inUse');
    return 'resume';
  },
};

function exitModule(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  cast.module.state = 'going';
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      detach(option, task, engine, current);
      forget(option, engine);
    }
  when(cast.module.inUse === 0);
  freeModule(cast.module);
  leaveCrew(crew);
}

export const countInTheCallback: Mutant<DetachOption, DetachWorld> = {
  id: 'C02',
  title: 'A client counts inside its callbacks',
  source: 'SystemTap ee928e14; the tail again in 6cb54128',
  option: record,
  of: 'record',
  scenario: countingUnload,
  caughtBy: 'lifetime/text',
};
