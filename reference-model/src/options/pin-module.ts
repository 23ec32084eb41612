/**
 * Pin module: a module stays loaded while one of its engines is attached, or on its way out.
 *
 * Mechanism: attach takes a reference to the module, and the core's own text gives it back when the engine comes off its
 * task's list: after a report, where no callback is under way, or after the reap callback. Unloading fails until no
 * reference is left. Since the exit function does not run before that, it cannot be what detaches: the tracer needs a
 * "stop" of its own, after which unloading is tried again until it succeeds. Otherwise as unsynchronised.
 * Contract: the text of the callbacks is safe, whatever detach has answered, and nothing is said about the data. Unloading
 * takes as long as the slowest task needs to come by, or its parent to reap it.
 * Cost: nothing per event; the module's count at attach and at the end of detach.
 * Source: what the kernel does for file operations and protocols. SystemTap has the separate "stop" already.
 *
 * The module's references are not counted in the model: there are as many as it has engines on lists.
 */
import { when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { common } from '../layer/common.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';

export const pinModule: DetachOption = {
  ...common,
  title: 'A module with engines on the way out cannot be unloaded',
  ownerMayUnload: unpinned,
};

/** Tries again while only the task has to come by. A parent may let its child wait for ever: there it gives up. */
function unpinned(engine: Engine, answer: Answer): boolean {
  if (answer === 0) when(!engine.attached);
  return !engine.attached;
}
