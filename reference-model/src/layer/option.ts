/**
 * A design option: one way in which asynchronous detach can work.
 *
 * The layer does what all options have in common, and asks the option at each place where they differ. So an option is a
 * handful of functions, a seeded bug is an option with one of them replaced, and the layer never asks which option it is.
 */
import type { Answer } from './answer.js';
import type { Match } from './attach.js';
import type { Action } from './callbacks.js';
import type { Machine } from './context.js';
import type { Engine, Ops } from './engine.js';
import type { Event } from './event.js';
import type { Module } from './module.js';
import type { Task, Thread } from './task.js';

/**
 * What comes out of the first half of an engine's turn: the table to call the event through, or that there is nothing to
 * call: `over`, or `gone` if the engine turned out to be detached.
 */
export type Turn = Ops | 'over' | 'gone';

export interface DetachOption {
  readonly title: string;
  /** References to the engine that its owner holds from attach on, beside the list's own: 0 or 1. */
  readonly ownerReferences: 0 | 1;
  /** Whether a callback may sleep of its own will. */
  readonly callbacksMaySleep: boolean;
  /** Events that the contract tells every owner to want, beside its own: a `Mask`. */
  readonly ownerWants: number;

  // In the traced task, between its life in the kernel and elsewhere.

  /** The task goes to user mode, to sleep of its own will, or away for good. */
  readonly rests: (task: Task) => void;
  /** It comes from user mode, or wakes up. */
  readonly wakes: (task: Task) => void;

  // In the traced task, around each report.

  /** Before the first engine's turn in a report, and after the last one's. No lock is held. */
  readonly beginPass: (task: Task) => void;
  readonly endPass: (task: Task) => void;

  // In the traced task, around each callback.

  /** Opens the bracket; `false` if the engine must not be called any more. */
  readonly enter: (task: Task, engine: Engine) => boolean;
  /** Closes the bracket. */
  readonly leave: (task: Task, engine: Engine) => void;
  /** The first half of an engine's turn; the bracket is open if, and only if, it gives a table. */
  readonly startCallback: (option: DetachOption, task: Task, engine: Engine, event: Event) => Turn;
  // The places of `startCallback` at which it has gone wrong before.
  /** Whether the quiesce callback is made, by what was read of the flags and by the table. */
  readonly callsQuiesce: (wantsQuiesce: boolean, ops: Ops) => boolean;
  /** After the quiesce callback; the bracket is open if, and only if, it gives `open`. */
  readonly openAgain: (
    option: DetachOption,
    task: Task,
    engine: Engine,
    event: Event,
  ) => 'open' | 'over' | 'gone';
  /** Whether the engine wants the event after the quiesce callback; `before` tells whether it did before. */
  readonly stillWanted: (engine: Engine, event: Event, before: boolean) => boolean;
  /** Closes the bracket where there is no callback to make. */
  readonly passOver: (option: DetachOption, task: Task, engine: Engine) => void;

  /** Applies a callback's answer and closes the bracket; tells whether the engine is detached. */
  readonly finishCallback: (option: DetachOption, task: Task, engine: Engine, action: Action) => boolean;
  /** A callback has answered that it detaches itself. */
  readonly detachSelf: (option: DetachOption, task: Task, engine: Engine) => void;
  /** A callback has answered that the task is to stop. */
  readonly keepStopped: (task: Task, engine: Engine) => void;
  /** On that way, under the lock: engines that were attached meanwhile come onto the list. */
  readonly spliceForSignal: (task: Task) => void;
  /** Whether a request that the task takes up on its way through the signal code makes a report. */
  readonly hearsRequest: (task: Task) => boolean;
  /** The task has been woken from a stop. */
  readonly finishStop: (task: Task) => void;

  // In the reaper, or in the task where the reaper left it to the task.

  readonly reaperReports: (task: Task) => boolean;
  readonly reportReap: (task: Task) => void;

  // In the calls that a tracer makes, under the task's lock.

  /** Attaches an engine, unless there is one that matches. */
  readonly enlist: (option: DetachOption, task: Task, engine: Engine, unless: Match | null) => Answer;
  /** Puts the engine where the next report will find it. */
  readonly addEngine: (task: Task, engine: Engine) => void;
  /** Whether the reaper has taken the list of engines away. */
  readonly listIsTaken: (task: Task) => boolean;
  /** Whether an engine that matches is one that may be found. */
  readonly canBeFound: (engine: Engine) => boolean;

  /** Why a call is refused; 0 if it is not. */
  readonly refusal: (task: Task, engine: Engine) => Answer;
  /** Why a change of the engine's events is refused; 0 if it is not. `flags`: the new mask. */
  readonly refusesEvents: (task: Task, engine: Engine, flags: number) => Answer;
  /** Whether that call says that a callback is under way; `cleared`: the events that the engine wanted until now. */
  readonly mindsCallback: (cleared: number) => boolean;
  /** Whether the task can make no callback until the lock is dropped: the caller may then take engines off the list. */
  readonly isQuiet: (task: Task) => boolean;
  readonly markDetached: (task: Task, engine: Engine) => void;
  /** Whether a callback to the engine may be under way. */
  readonly inProgress: (task: Task, engine: Engine, current: Thread) => boolean;

  // In an examination, without the lock.

  /** Whether the task still is in the sleep in which the examination began; `sleeps`: what was counted then. */
  readonly sleepsStill: (task: Task, sleeps: number) => boolean;

  // In the same calls, after the lock was dropped.

  /** Called where the answer would be 0; gives the answer. */
  readonly awaitCallbacks: (engine: Engine, current: Thread, task: Task) => Answer;

  // Where a module is unloaded.

  /** Before the module's exit function runs; tells whether it will. Waits where that is the contract. */
  readonly beginUnload: (module: Module, machine: Machine) => boolean;

  // What the contract tells the owner of an engine to do.

  readonly beforeDetach: (option: DetachOption, task: Task, engine: Engine) => void;
  /** After a call has answered; gives the answer by which the owner then goes. */
  readonly afterAnswer: (
    task: Task,
    engine: Engine,
    answer: Answer,
    current: Thread,
    option: DetachOption,
  ) => Answer;
  /** Whether the owner may free the data of its callbacks, by that answer. */
  readonly ownerMayFree: (answer: Answer) => boolean;
  /** Whether, as far as this engine is concerned, the text of its callbacks may go; waits where that is the contract. */
  readonly ownerMayUnload: (engine: Engine, answer: Answer) => boolean;
}
