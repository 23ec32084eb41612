/**
 * The events that a task reports, and the mask in which an engine says which of them it wants.
 *
 * `resume` is the report that a task makes when it was asked for one and nothing else has happened: it has no bit of its
 * own, only engines that want `quiesce` hear of it. `syscall` stands for the ordinary events, clone and exec among them,
 * since they differ in nothing that matters to detach; `signal` is reported by a path of its own (layer/signal.ts); `exit`
 * is the last ordinary event of a task's life.
 */
import type { Int } from '@quiesce/checker/language';

export type Event = 'resume' | 'syscall' | 'signal' | 'exit' | 'death' | 'reap';

/** What a callback is called for: an event, or to say that the task is quiet and reports one. */
export type Occasion = Exclude<Event, 'resume'> | 'quiesce';

/** A sum of the constants below. */
export type Mask = Int<0, 63>;

export const QUIESCE = 1;
export const SYSCALL = 2;
export const EXIT = 4;
export const DEATH = 8;
export const REAP = 16;
export const SIGNAL = 32;

/** The mask of one event; 0 for `resume`. */
export function maskOf(event: Event): number {
  switch (event) {
    case 'syscall':
      return SYSCALL;
    case 'signal':
      return SIGNAL;
    case 'exit':
      return EXIT;
    case 'death':
      return DEATH;
    case 'reap':
      return REAP;
    default:
      return 0;
  }
}
