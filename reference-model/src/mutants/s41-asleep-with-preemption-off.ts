/**
 * Seeded, after probes that slept where they must not: on a kernel that is not preemptible nothing notices. The task goes
 * through the scheduler, and with that it has been seen with preemption on.
 */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import type { Action, Callbacks } from '../layer/callbacks.js';
import { useData } from '../layer/data.js';
import type { Engine } from '../layer/engine.js';
import { SYSCALL } from '../layer/event.js';
import { callbackSleeps } from '../layer/observations.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { preemptOff } from '../options/preempt-off.js';
import { freeing } from '../scenarios/detach-free-data.js';
import { type DetachSizes, type DetachWorld, watching } from '../scenarios/world.js';
import { rcuReadLock, rcuReadUnlock } from '../sync/rcu.js';

const asleepInAtomic: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'asleep-with-preemption-off',
  title: 'Detach while a callback sleeps with preemption off',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const part = { flags: SYSCALL, callbacks: sleeping };
    return freeing(
      option,
      sizes,
      Array.from({ length: sizes.engines }, () => part),
    );
  },
};

const sleeping: Callbacks = { ...watching, event: schedule };

function schedule(task: Task, engine: Engine): Action {
  useData(engine);
  callbackSleeps(engine);
  rcuReadUnlock(task.context.rcu);
  rcuReadLock(task.context.rcu);
  useData(engine);
  return 'resume';
}

export const asleepWithPreemptionOff: Mutant<DetachOption, DetachWorld> = {
  id: 'S41',
  title: 'A callback sleeps with preemption off',
  source: 'seeded; SystemTap had to cure its probes of it in 31672c5e8',
  option: preemptOff,
  of: 'preempt-off',
  scenario: asleepInAtomic,
  caughtBy: 'lifetime/data',
};
