/** `utrace_register_global(ops, data, mask)`, and the search for a slot. */
import { lock, release, smp_wmb, unlock } from '@quiesce/checker/language';
import type { Answer } from './answer.js';
import type { Client } from './client.js';
import { registerReturns } from './observations.js';
import type { GlobalOption } from './option.js';
import type { Registry } from './registry.js';
import type { Slot } from './slot.js';

/** 0; `-EEXIST` while the client has a slot; `-EBUSY` if no slot is free. */
export function register(option: GlobalOption, registry: Registry, client: Client, mask: number): Answer {
  lock(registry.lock);
  const answer = putIn(option, registry, client, mask);
  unlock(registry.lock);
  registerReturns(client, answer);
  return answer;
}

function putIn(option: GlobalOption, registry: Registry, client: Client, mask: number): Answer {
  if (slotOf(registry, client) !== null) return '-EEXIST';
  const slot = freeSlot(option, registry);
  if (slot === null) return '-EBUSY';
  slot.owner = client;
  option.prepare(slot);
  slot.mask = mask;
  slot.data = client.data;
  smp_wmb();
  slot.ops = release(client);
  return 0;
}

/** Under the lock. */
export function slotOf(registry: Registry, client: Client): Slot | null {
  for (const slot of registry.slots) if (slot.owner === client) return slot;
  return null;
}

function freeSlot(option: GlobalOption, registry: Registry): Slot | null {
  for (const slot of registry.slots) if (option.isFree(slot)) return slot;
  return null;
}

/** Nobody owns it: nothing is in it, and nobody waits for what was. */
export function isFree(slot: Slot): boolean {
  return slot.owner === null;
}
