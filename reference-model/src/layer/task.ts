/** Tasks: those that are traced, and those that trace. */
import { type Int, type Lock, newLock, shared } from '@quiesce/checker/language';
import type { Context } from './context.js';
import type { Engine } from './engine.js';
import type { Request } from './request.js';
import type { Traits } from './traits.js';

/** What `current` can be. */
export interface Thread {
  readonly name: string;
  /** SIGKILL is pending. */
  killed: boolean;
}

/** A traced task (`struct task_struct` and its `struct utrace`). */
export interface Task extends Thread {
  readonly traits: Traits;
  readonly context: Context;
  /** In the order in which they were attached; `engine.attached` tells which of them are still on the list. */
  readonly engines: readonly Engine[];
  /** Guards the list, the engines' state, and `death` and `reap`. Never held while a callback runs. */
  readonly lock: Lock;
  /** For options that keep a record: the engine that is being called. Written by the task itself, without the lock. */
  reporting: Engine | null;
  /** For options that count reports: odd while one is under way. It wraps round. */
  generation: Int<0, 3>;
  /** Engines wait to be put on the list. */
  pendingAttach: boolean;
  /** What it was asked to do before it goes back to user mode. */
  request: Request;
  /** A signal that its tracers may see is pending. */
  signalled: boolean;
  /** It sleeps in a system call, until that is broken off. */
  asleep: boolean;
  /** Some engine keeps the task stopped: the union of the engines' `wantsStop`, for the task to look at. */
  stopWanted: boolean;
  /** The task sleeps until the stop is lifted, or until SIGKILL. */
  stopped: boolean;
  /** The task will run no more user code, and its parent may reap it. */
  exited: boolean;
  death: 'ahead' | 'begun' | 'over';
  reap: boolean;
  /** How often it has gone to sleep in a stop. */
  sleeps: Int<0, 3>;
  /** How many threads are in an RCU section in which they may reach the task. */
  readers: Int<0, 3>;
  /** Its memory is gone. */
  freed: boolean;
  /** How many system calls the task is still going to make. */
  callsLeft: Int<0, 3>;
}

export function newThread(name: string): Thread {
  return shared<Thread>({ name, killed: false });
}

export function newTask(
  traits: Traits,
  name: string,
  engines: readonly Engine[],
  calls: number,
  context: Context,
): Task {
  return shared<Task>({
    name,
    killed: false,
    traits,
    context,
    engines,
    lock: newLock(),
    reporting: null,
    generation: 0,
    pendingAttach: false,
    request: 'none',
    signalled: false,
    asleep: false,
    stopWanted: false,
    stopped: false,
    exited: false,
    death: 'ahead',
    reap: false,
    sleeps: 0,
    readers: 0,
    freed: false,
    callsLeft: calls,
  });
}
