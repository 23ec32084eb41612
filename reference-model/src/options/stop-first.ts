/**
 * Stop first: the synchronous detach that the concept texts recommend.
 *
 * Mechanism: as unsynchronised. But the owner asks the task to stop, waits until it stands still, and detaches then.
 * Contract: after a 0 nothing of the engine runs or will run. SIGKILL breaks every stop, and then the answer tells who
 * cleans up: `-EALREADY` the death callback, `-ESRCH` the reap callback. The engine wants quiesce events and its quiesce
 * callback answers STOP when its owner has asked for it: any other answer lifts the stop.
 * Cost: nothing per event; per detach a stop, which waits for the task's next safe place and disturbs it.
 * Source: "Teardown Races" in utrace.txt, and the manual's concept texts.
 */
import { when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { common } from '../layer/common.js';
import { stop } from '../layer/control.js';
import type { Engine } from '../layer/engine.js';
import { QUIESCE } from '../layer/event.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';

export const stopFirst: DetachOption = {
  ...common,
  title: 'Stop the task, then detach',
  ownerWants: QUIESCE,
  beforeDetach: stopTask,
};

/** Ends when the task stands still, or can no longer be stopped. */
function stopTask(option: DetachOption, task: Task, engine: Engine): void {
  engine.data.stopAsked = true;
  let answer: Answer = stop(option, task, engine);
  while (answer === '-EINPROGRESS') {
    when(task.stopped || task.exited);
    answer = stop(option, task, engine);
  }
}
