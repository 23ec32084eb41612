/** `utrace_set_global_events(ops, mask)`. It waits as unregister does if it has cleared an event. */
import { lock, unlock } from '@quiesce/checker/language';
import type { Answer } from './answer.js';
import type { Client } from './client.js';
import { setEventsCalled, setEventsReturns } from './observations.js';
import type { GlobalOption } from './option.js';
import { slotOf } from './register.js';
import type { Registry } from './registry.js';
import type { Thread } from './task.js';

/** 0; `-ESRCH` if the client is not registered. */
export function setEvents(
  option: GlobalOption,
  registry: Registry,
  client: Client,
  mask: number,
  current: Thread,
): Answer {
  setEventsCalled(client, current);
  const answer = writeAndWait(option, registry, client, mask);
  setEventsReturns(client, current, answer);
  return answer;
}

function writeAndWait(option: GlobalOption, registry: Registry, client: Client, mask: number): Answer {
  lock(registry.lock);
  const slot = slotOf(registry, client);
  if (slot === null || slot.ops !== client) {
    unlock(registry.lock);
    return '-ESRCH';
  }
  const clears = (slot.mask & ~mask) !== 0;
  slot.mask = mask;
  unlock(registry.lock);
  if (clears) option.awaitEvents(registry, slot);
  return 0;
}
