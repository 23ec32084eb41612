/**
 * A timer was stopped and waited for, and then its own work armed it again. The same with events: an owner clears the mask
 * and waits, and work that it had deferred sets the mask again. Only a detach cannot be taken back.
 */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import { SYSCALL } from '../layer/event.js';
import type { DetachOption } from '../layer/option.js';
import { setEvents } from '../layer/set-events.js';
import { newThread, type Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { exiting } from '../scenarios/exit-function.js';
import { forget } from '../scenarios/owner.js';
import { type Cast, type DetachSizes, type DetachWorld, watching } from '../scenarios/world.js';

const armedAgain: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'armed-again',
  title: 'Clear the events and wait, while deferred work sets them again',
  sizes: { tasks: 1, engines: 1, events: 2 },
  build: (option, sizes) => {
    const worker = newThread('W');
    return exiting(option, sizes, [{ flags: SYSCALL, callbacks: watching }], silence, (cast) => [
      { name: worker.name, body: () => setAgain(option, cast, worker) },
    ]);
  },
};

/** The engine stays, and with it the module. */
function silence(option: DetachOption, cast: Cast, current: Thread): boolean {
  const task = cast.tasks[0]!;
  const engine = task.engines[0]!;
  const answer = setEvents(option, task, engine, 0, current);
  option.afterAnswer(task, engine, answer, current, option);
  forget(option, engine);
  return false;
}

function setAgain(option: DetachOption, cast: Cast, current: Thread): void {
  const task = cast.tasks[0]!;
  setEvents(option, task, task.engines[0]!, SYSCALL, current);
}

export const armedAgainByWork: Mutant<DetachOption, DetachWorld> = {
  id: 'X04',
  title: "Events that were cleared are set again by the owner's own work",
  source: 'the documentation of kernel timers, before timer_shutdown',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: armedAgain,
  caughtBy: 'events/clearedMeansSilent',
};
