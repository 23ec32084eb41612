/**
 * The events that global engines hear of. System calls are not among them. `clone` stands for all ordinary events, since
 * they differ in nothing that matters here; `exit` is the last one of a task's life.
 */
import type { Int } from '@quiesce/checker/language';

export type Event = 'clone' | 'exit';

/** A sum of the constants below. */
export type Mask = Int<0, 3>;

export const CLONE = 1;
export const EXIT = 2;

export function maskOf(event: Event): number {
  return event === 'clone' ? CLONE : EXIT;
}
