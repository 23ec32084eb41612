/**
 * Each call tested whether the engine's count of references was zero, and then answered that the argument was invalid. But
 * where the count is zero there is no engine to ask any more: the test reads freed memory, and hides the caller's bug as
 * long as nobody has reused it. So this is a client that goes by it, and gives its reference back too early.
 */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { detach, refusal } from '../layer/control.js';
import { type Engine, putEngine } from '../layer/engine.js';
import { engineRead } from '../layer/observations.js';
import type { DetachOption } from '../layer/option.js';
import type { Task, Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { unloading } from '../scenarios/detach-unload.js';
import { type DetachSizes, type DetachWorld, watchers } from '../scenarios/world.js';

const earlyPut: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'early-put',
  title: 'A callback detaches; the owner gives its reference back, and asks about the engine then',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const parts = watchers(sizes.engines).map((part) => ({
      flags: part.flags,
      callbacks: { ...part.callbacks, event: () => 'detach' as const },
    }));
    return unloading(option, sizes, parts, putThenDetach);
  },
};

/** The owner keeps a second reference in its books that it does not have. */
function putThenDetach(option: DetachOption, task: Task, engine: Engine, current: Thread): boolean {
  putEngine(engine);
  detach(option, task, engine, current);
  return false;
}

export const countOfAFreedEngine: Mutant<DetachOption, DetachWorld> = {
  id: 'H17',
  title: 'A call asks an engine for its count, to see whether it was freed',
  source: 'utrace, removed in be4f3574575',
  option: { ...recordBarrier, refusal: refuseUncounted },
  of: 'record-barrier',
  scenario: earlyPut,
  caughtBy: 'lifetime/engine',
};

function refuseUncounted(task: Task, engine: Engine): Answer {
  engineRead(engine);
  return engine.references < 1 ? '-EINVAL' : refusal(task, engine);
}
