/**
 * `utrace_prepare_examine` and `utrace_finish_examine`: a look at a stopped task without the lock. It can be woken at any
 * time, and stopped again, so the second call says whether what was seen in between can be trusted.
 */
import { atomic } from '@quiesce/checker/language';
import type { Answer } from './answer.js';
import type { Engine } from './engine.js';
import { examineBegins, examineEnds } from './observations.js';
import type { DetachOption } from './option.js';
import type { Task, Thread } from './task.js';

/**
 * Gives how often the task has gone to sleep, for the second call; or `null` if there is nothing to examine: the engine
 * does not keep the task stopped (`-EINVAL`), or it has exited (`-ESRCH`), or it runs (`-EAGAIN`).
 */
export function prepareExamine(task: Task, engine: Engine, current: Thread): number | null {
  if (!engine.wantsStop || task.exited) return null;
  return atomic(() => {
    if (!task.stopped) return null;
    examineBegins(engine, current);
    return task.sleeps;
  });
}

/** 0 if the task was not awake since the first call; else `-EINVAL` or `-EAGAIN`. */
export function finishExamine(
  option: DetachOption,
  task: Task,
  engine: Engine,
  sleeps: number,
  current: Thread,
): Answer {
  return atomic(() => {
    let answer: Answer = '-EINVAL';
    if (engine.wantsStop) answer = option.sleepsStill(task, sleeps) ? 0 : '-EAGAIN';
    examineEnds(engine, current, answer);
    return answer;
  });
}

/** The state alone would not do: a task that was woken may be asleep again. */
export function sleepsStill(task: Task, sleeps: number): boolean {
  return task.stopped && task.sleeps === sleeps;
}
