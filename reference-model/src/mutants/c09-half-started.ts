/**
 * SystemTap registered its first probes, failed at a later one and returned the error. A module whose start fails is
 * unloaded at once, and its exit function is not called: the first probes were still there.
 */
import { choose, type Mutant, type Scenario } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import type { Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { detachAll, exiting } from '../scenarios/exit-function.js';
import { type Cast, type DetachSizes, type DetachWorld, watchers } from '../scenarios/world.js';

const halfStart: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'half-start',
  title: 'Attach, then fail to start, or start and stop again',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => exiting(option, sizes, watchers(sizes.engines), startThenStop),
};

/** The engines are attached already; what can fail is what comes next. */
function startThenStop(option: DetachOption, cast: Cast, current: Thread): boolean {
  const started = choose(true, false);
  return started ? detachAll(option, cast, current) : true;
}

export const halfStarted: Mutant<DetachOption, DetachWorld> = {
  id: 'C09',
  title: 'A start that fails half-way leaves what it has registered',
  source: 'SystemTap, fixed in 77c8d27e',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: halfStart,
  caughtBy: 'lifetime/text',
};
