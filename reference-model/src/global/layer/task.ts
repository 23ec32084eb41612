/** Tasks: those that are traced, each on a processor of its own, and those that trace. */
import { type Int, shared } from '@quiesce/checker/language';
import { newRcuReader, type RcuReader } from '../../sync/rcu.js';
import { newTaskPlace, type TaskPlace } from '../../sync/rcu-tasks.js';
import type { Slot } from './slot.js';

/** What `current` can be. */
export interface Thread {
  readonly name: string;
  /** Whether it is one of the tasks that make reports. */
  readonly traced: boolean;
  /** For options that keep a record: the slot that the task is in the turn of. Written by the task itself. */
  record: Slot | null;
  /** The task's RCU sections; the same word serves for regions with preemption off. */
  readonly reader: RcuReader;
  /** Whether it runs in the kernel, for RCU-Tasks. */
  readonly place: TaskPlace;
}

export interface Task extends Thread {
  readonly cpu: number;
  /** It is on the system's list of tasks. */
  listed: boolean;
  /** Its last report has begun. */
  exiting: boolean;
  /** The side that its SRCU section is on. */
  side: 0 | 1;
  /** How many events it is still going to report, beside its exit. */
  left: Int<0, 2>;
}

/** Tasks that the system begins with are `listed`; another is put on the list by its parent. */
export function newTask(name: string, cpu: number, events: number, listed: boolean): Task {
  return shared<Task>({
    name,
    traced: true,
    record: null,
    reader: newRcuReader(name),
    place: newTaskPlace(name),
    cpu,
    listed,
    exiting: false,
    side: 0,
    left: events,
  });
}

/** A thread that registers and unregisters. */
export function newThread(name: string): Thread {
  return shared<Thread>({
    name,
    traced: false,
    record: null,
    reader: newRcuReader(name),
    place: newTaskPlace(name),
  });
}
