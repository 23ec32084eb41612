/**
 * A design option: one way in which global engines can be let go of.
 *
 * The layer does what all options have in common, and asks the option at each place where they differ, as for detach.
 */
import type { Answer } from './answer.js';
import type { Client } from './client.js';
import type { Event } from './event.js';
import type { Module } from './module.js';
import type { Registry } from './registry.js';
import type { Slot } from './slot.js';
import type { Task, Thread } from './task.js';

export interface GlobalOption {
  readonly title: string;

  // In a task that makes a report.

  /** Around the report as a whole. */
  readonly beginReport: (task: Task) => void;
  readonly endReport: (task: Task) => void;
  /** Opens the bracket around a slot's turn; `false` if the slot must not be looked at. */
  readonly enter: (task: Task, slot: Slot) => boolean;
  readonly leave: (task: Task, slot: Slot) => void;
  /** Reads the slot, and calls what stands there. In the bracket. */
  readonly callIfWanted: (
    option: GlobalOption,
    registry: Registry,
    task: Task,
    slot: Slot,
    event: Event,
  ) => void;
  /** A callback has answered that it lets go of its engine. In the bracket. */
  readonly letGo: (option: GlobalOption, registry: Registry, slot: Slot, client: Client) => void;
  /** A bracket of the client's own: its callback's first and last deed, in its own text. */
  readonly enterInside: (client: Client, task: Task) => void;
  readonly leaveInside: (client: Client, task: Task) => void;
  /** A callback goes to sleep of its own will, and wakes up. */
  readonly fallAsleep: (thread: Thread) => void;
  readonly wakeUp: (thread: Thread) => void;
  /** A traced task, in a callback, goes to sleep in a call that waits, and wakes up. */
  readonly beginWait: (current: Thread) => void;
  readonly endWait: (current: Thread) => void;

  // In the calls that a tracer makes, under the registry's lock.

  readonly isFree: (slot: Slot) => boolean;
  /** A free slot gets a new owner; nothing is in it yet. */
  readonly prepare: (slot: Slot) => void;
  /** The slot's callbacks have been taken out. */
  readonly retire: (slot: Slot) => void;
  /** Whether the caller is in a callback of this slot, as far as the option can know. */
  readonly isInside: (current: Thread, slot: Slot) => boolean;

  // In the same calls, after the lock was dropped. `found` tells whether the caller was the one who took the callbacks out.

  readonly waits: (found: boolean) => boolean;
  readonly answer: (found: boolean) => Answer;
  /** Returns when no callback that was in the slot runs any more; the slot's callbacks have been taken out. */
  readonly awaitCallbacks: (registry: Registry, slot: Slot) => void;
  /** Returns when no callback runs for an event that has been cleared; the slot is in use. */
  readonly awaitEvents: (registry: Registry, slot: Slot) => void;

  // In who unloads the client's module, before its exit function runs.

  readonly stopModule: (registry: Registry, module: Module) => void;

  // What the contract tells the client.

  /** What it has to wait for on its own, when unregister has returned. */
  readonly afterUnregister: (client: Client) => void;
  /** Whether data may be freed once it has, also where the module is not being unloaded. */
  readonly mayFreeData: boolean;
}
