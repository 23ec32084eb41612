/** All that the core keeps for global tracing. */
import { type Lock, newLock } from '@quiesce/checker/language';
import { newRcu, type Rcu } from '../../sync/rcu.js';
import { newRcuTasks, type RcuTasks } from '../../sync/rcu-tasks.js';
import type { Client } from './client.js';
import { newSlot, type Slot } from './slot.js';
import type { Task } from './task.js';

export interface Registry {
  /** In the order in which reports look at them. */
  readonly slots: readonly Slot[];
  /** All tasks that can ever be on the system's list. */
  readonly tasks: readonly Task[];
  /** A spinlock: makes registrations one after the other. Never held while somebody waits for a callback. */
  readonly lock: Lock;
  readonly rcu: Rcu;
  readonly rcuTasks: RcuTasks;
}

/** One slot for each of the clients, who are registered for the mask; `null` leaves it free. */
export function newRegistry(
  clients: readonly (Client | null)[],
  mask: number,
  tasks: readonly Task[],
): Registry {
  return {
    slots: clients.map((client, index) => newSlot(`S${index}`, tasks.length, client, mask)),
    tasks,
    lock: newLock(),
    rcu: newRcu(tasks.map(({ reader }) => reader)),
    rcuTasks: newRcuTasks(tasks.map(({ place }) => place)),
  };
}
