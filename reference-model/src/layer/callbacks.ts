/** The table of callbacks that an owner gives to its engine (`struct utrace_engine_ops`), and how the task calls them. */
import type { Engine, Ops } from './engine.js';
import type { Event, Occasion } from './event.js';
import { callbackReturns, callbackStarts, emptyCalled } from './observations.js';
import type { Task } from './task.js';

/** What a callback answers: go on, stop here, or let go of this engine. */
export type Action = 'resume' | 'stop' | 'detach';

/** All run in the traced task, with no lock held; `reap` may run in the reaper, and has no answer. */
export interface Callbacks {
  /** Called before each other callback but `reap`, if the engine wants it: the task is at a safe place. */
  readonly quiesce: (task: Task, engine: Engine) => Action;
  /** For `syscall` and `exit`. */
  readonly event: (task: Task, engine: Engine) => Action;
  readonly death: (task: Task, engine: Engine) => Action;
  readonly reap: (task: Task, engine: Engine) => void;
}

/**
 * Calls one callback through the table that the task has fetched. The core's own table, which replaces the owner's at
 * detach, has a quiesce callback and no other.
 */
export function callThrough(ops: Ops, task: Task, engine: Engine, occasion: Occasion): Action {
  if (ops === 'user') {
    callbackStarts(engine, occasion);
    const action = callOwner(task, engine, occasion);
    callbackReturns(engine, occasion, action);
    return action;
  }
  if (ops === 'none' || occasion !== 'quiesce') emptyCalled(engine, occasion);
  return 'detach';
}

function callOwner(task: Task, engine: Engine, occasion: Occasion): Action {
  switch (occasion) {
    case 'quiesce':
      return engine.callbacks.quiesce(task, engine);
    case 'death':
      return engine.callbacks.death(task, engine);
    case 'reap':
      engine.callbacks.reap(task, engine);
      return 'resume';
    default:
      return engine.callbacks.event(task, engine);
  }
}

/** The occasion on which an engine that wants the event is called for it. `resume` is nobody's event. */
export function occasionOf(event: Event): Occasion {
  return event === 'resume' ? 'quiesce' : event;
}
