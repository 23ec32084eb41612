/**
 * A slot: where the core keeps a global engine. Slots are static, so a report needs no lock to look at one, and nothing but
 * what a slot points to can ever go away.
 */
import { type Int, type Lock, newLock, shared } from '@quiesce/checker/language';
import { newPercpuRef, type PercpuRef } from '../../sync/percpu-ref.js';
import { newSrcu, type Srcu } from '../../sync/srcu.js';
import type { Client, Data } from './client.js';
import type { Mask } from './event.js';

export interface Slot {
  readonly name: string;
  /** The callbacks to call. This word is the switch: with `null`, reports pass the slot over. */
  ops: Client | null;
  /** What they are given. */
  data: Data | null;
  mask: Mask;
  /** Whose the slot is, from registration until nobody waits for its callbacks any more. Under the registry's lock. */
  owner: Client | null;
  /** How many callers wait for the slot's callbacks. Under the registry's lock. */
  waiting: Int<0, 2>;
  // What options keep in it.
  /** One for the registration, one for each task in the slot's turn. */
  inFlight: Int<0, 6>;
  readonly ref: PercpuRef;
  /** Held by the one of those who wait that kills the reference. */
  readonly killing: Lock;
  readonly srcu: Srcu;
}

/** A slot; with a client, in which it was registered before the story begins. */
export function newSlot(name: string, processors: number, client: Client | null, mask: number): Slot {
  return shared<Slot>({
    name,
    ops: client,
    data: client === null ? null : client.data,
    mask,
    owner: client,
    waiting: 0,
    inFlight: client === null ? 0 : 1,
    ref: newPercpuRef(`${name}.ref`, processors),
    killing: newLock(),
    srcu: newSrcu(`${name}.srcu`, processors),
  });
}
