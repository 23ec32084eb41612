/**
 * In September 2008 SystemTap counted in its own callbacks, first thing and last, and waited at unload until the count was
 * zero. Before the first and after the last instruction of that bracket the task is in the module's text, uncounted.
 */
import { atomicDecAndTest, atomicInc, type Mutant, type Scenario, when } from '@quiesce/checker/language';
import type { Callbacks } from '../layer/callbacks.js';
import { detach } from '../layer/control.js';
import { useData } from '../layer/data.js';
import type { Engine } from '../layer/engine.js';
import { SYSCALL } from '../layer/event.js';
import type { DetachOption } from '../layer/option.js';
import type { Task, Thread } from '../layer/task.js';
import { record } from '../options/record.js';
import { unloading } from '../scenarios/detach-unload.js';
import { type DetachSizes, type DetachWorld, watching } from '../scenarios/world.js';

const countingUnload: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'counting-unload',
  title: "Detach each engine and wait for the client's own count, then unload the module",
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const parts = Array.from({ length: sizes.engines }, () => ({ flags: SYSCALL, callbacks: counting }));
    return unloading(option, sizes, parts, awaitOwnCount);
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

function awaitOwnCount(option: DetachOption, task: Task, engine: Engine, current: Thread): boolean {
  detach(option, task, engine, current);
  when(engine.module.inUse === 0);
  return true;
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
