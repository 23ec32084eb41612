/**
 * An interrupt that is sent to another processor and makes a full fence there.
 *
 * The sender waits until the handler has run. Whatever the other process had stored by then is visible to all, and
 * whatever it loads afterwards is loaded after that. One that is not on a processor has been through the scheduler,
 * which makes the same fence, so it does not matter which of the two it was. Under sequential consistency every store is
 * visible at once, and there is nothing left to do.
 */
import { smp_mb_on } from '@quiesce/checker/language';

/** Returns when the process that bears the target's name has made a full fence. */
export function fenceOn(target: { readonly name: string }): void {
  smp_mb_on(target.name);
}
