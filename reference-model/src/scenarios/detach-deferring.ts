/**
 * A tracer whose callback defers work. Its exit function detaches, so that nothing more is deferred, waits for the work that
 * was, and then unloads the module: the one order of these three that is safe.
 *
 * The work uses memory of its own, which goes with the module. Detach says nothing about work, so the engine's data, which
 * a completion frees, would be the wrong thing to use.
 */
import { atomicDecAndTest, type Scenario } from '@quiesce/checker/language';
import type { Backlog, Work } from '../client/backlog.js';
import type { Engine } from '../layer/engine.js';
import { textRuns } from '../layer/observations.js';
import type { DetachOption } from '../layer/option.js';
import { deferring, orderly } from './deferring.js';
import type { DetachSizes, DetachWorld } from './world.js';

export const detachDeferring: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-deferring',
  title: 'Detach, wait for deferred work, then unload the module',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => deferring(option, sizes, { ...orderly, doWork }),
};

function doWork(backlog: Backlog, work: Work, engine: Engine): void {
  work.queued = false;
  textRuns(engine.module);
  atomicDecAndTest(backlog, 'outstanding');
}
