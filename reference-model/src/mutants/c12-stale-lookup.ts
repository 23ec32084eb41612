/**
 * SystemTap looked its structure up in a table under the RCU lock, let go of that lock, and then used what it had found.
 * The other thread, which detached, had freed it. A reference has to be taken before the lock is let go of.
 */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import { SYSCALL } from '../layer/event.js';
import type { DetachOption } from '../layer/option.js';
import { setEvents } from '../layer/set-events.js';
import type { Crew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { detachAll, exiting } from '../scenarios/exit-function.js';
import { type Cast, type DetachSizes, type DetachWorld, watching } from '../scenarios/world.js';

const staleLookup: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'stale-lookup',
  title: 'Look an engine up and change its events, while it is detached',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const parts = Array.from({ length: sizes.engines }, () => ({ flags: SYSCALL, callbacks: watching }));
    const other = newThread('D1');
    return exiting(option, sizes, parts, detachAll, (cast, _crew: Crew) => [
      { name: other.name, body: () => lookUpAndChange(option, cast, other) },
    ]);
  },
};

/** What is found is there while one looks. */
function lookUpAndChange(option: DetachOption, cast: Cast, current: Thread): void {
  const task = cast.tasks[0]!;
  const engine = task.engines[0]!;
  const found = engine.attached;
  if (found) setEvents(option, task, engine, 0, current);
}

export const lookedUpAndFreed: Mutant<DetachOption, DetachWorld> = {
  id: 'C12',
  title: 'What was looked up is used without a reference',
  source: 'SystemTap, fixed in 619f6940 and 2be113ee',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: staleLookup,
  caughtBy: 'lifetime/engine',
};
