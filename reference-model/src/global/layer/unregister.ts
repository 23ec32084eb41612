/**
 * `utrace_unregister_global(ops)`. It waits, whether the caller was the first to let go or not: so every answer but one means
 * that the engine is quiet, and the exit function of a module has nothing to decide.
 */
import { lock, unlock } from '@quiesce/checker/language';
import type { Answer } from './answer.js';
import type { Client } from './client.js';
import { unregisterCalled, unregisterReturns } from './observations.js';
import type { GlobalOption } from './option.js';
import { slotOf } from './register.js';
import type { Registry } from './registry.js';
import type { Slot } from './slot.js';
import type { Thread } from './task.js';

/** 0; `-ESRCH` if it was not registered any more; `-EDEADLK` if the caller is in a callback of the engine. */
export function unregister(
  option: GlobalOption,
  registry: Registry,
  client: Client,
  current: Thread,
): Answer {
  unregisterCalled(client, current);
  const answer = removeAndWait(option, registry, client, current);
  unregisterReturns(client, current, answer);
  return answer;
}

function removeAndWait(option: GlobalOption, registry: Registry, client: Client, current: Thread): Answer {
  lock(registry.lock);
  const slot = slotOf(registry, client);
  if (slot === null) {
    unlock(registry.lock);
    return '-ESRCH';
  }
  const found = slot.ops === client;
  if (found) takeOut(option, slot);
  const inside = option.isInside(current, slot);
  if (!inside) slot.waiting += 1;
  unlock(registry.lock);
  if (inside) return '-EDEADLK';
  if (option.waits(found)) waitFor(option, registry, slot, current);
  lock(registry.lock);
  giveBack(slot, client);
  unlock(registry.lock);
  return option.answer(found);
}

/** Under the lock: from now on reports pass the slot over. */
export function takeOut(option: GlobalOption, slot: Slot): void {
  slot.ops = null;
  option.retire(slot);
}

function waitFor(option: GlobalOption, registry: Registry, slot: Slot, current: Thread): void {
  if (current.traced) option.beginWait(current);
  option.awaitCallbacks(registry, slot);
  if (current.traced) option.endWait(current);
}

/** Under the lock. Whoever is the last to wait leaves the slot free. */
function giveBack(slot: Slot, client: Client): void {
  const left = slot.waiting - 1;
  slot.waiting = left;
  if (left === 0 && slot.owner === client) slot.owner = null;
}
