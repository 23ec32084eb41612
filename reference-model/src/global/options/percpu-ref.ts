/**
 * Per-CPU reference: each slot has a count that is split over the processors while the slot is in use.
 *
 * Mechanism: a task takes a reference unless the slot is dead, in a word of its processor and inside an RCU section;
 * unregister declares the slot dead, waits for the grace period that confirms it, and then for the last reference.
 * Contract: that of counted, for unregister. The count can only be waited for when it has been killed, so set_events, after
 * which the engine lives on, waits for nothing.
 * Cost: two RCU sections and two adds to words of the processor per slot and event; a grace period per unregister. A word
 * per processor and slot.
 * Source: lib/percpu-refcount.c; images of BPF trampolines.
 */
import { lock, unlock, when } from '@quiesce/checker/language';
import {
  isReleased,
  percpuRefKill,
  percpuRefPut,
  percpuRefRevive,
  percpuRefTryGetLive,
} from '../../sync/percpu-ref.js';
import { common } from '../layer/common.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Slot } from '../layer/slot.js';

export const percpuRef: GlobalOption = {
  ...common,
  title: 'A per-CPU reference count in each slot',
  enter: (task, slot) => percpuRefTryGetLive(slot.ref, task.reader, task.cpu),
  leave: (task, slot) => percpuRefPut(slot.ref, task.reader, task.cpu),
  prepare: (slot) => percpuRefRevive(slot.ref),
  awaitCallbacks,
};

/** Two callers may wait for one slot; the first of them kills it. */
function awaitCallbacks(registry: Registry, slot: Slot): void {
  lock(slot.killing);
  if (slot.ref.state === 'split') percpuRefKill(slot.ref, registry.rcu);
  unlock(slot.killing);
  when(isReleased(slot.ref));
}
