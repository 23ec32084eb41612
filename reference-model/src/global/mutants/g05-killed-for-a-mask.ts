/** Seeded: set_events waits as unregister does, and events that come meanwhile are lost. */
import { type Mutant, when } from '@quiesce/checker/language';
import { isReleased, percpuRefKill, percpuRefRevive } from '../../sync/percpu-ref.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Slot } from '../layer/slot.js';
import { percpuRef } from '../options/percpu-ref.js';
import { clearEvents } from '../scenarios/clear-events.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const killedForAMask: Mutant<GlobalOption, GlobalWorld> = {
  id: 'G05',
  title: 'Clearing an event kills the reference, and revives it',
  source: 'seeded',
  option: { ...percpuRef, awaitEvents: killAndRevive },
  of: 'percpu-ref',
  scenario: clearEvents,
  caughtBy: 'events/othersKept',
};

function killAndRevive(registry: Registry, slot: Slot): void {
  percpuRefKill(slot.ref, registry.rcu);
  when(isReleased(slot.ref));
  percpuRefRevive(slot.ref);
}
