/** Seeded: reports use the fast form of SRCU, and unregister the classic one. */
import type { Mutant } from '@quiesce/checker/language';
import { synchronizeSrcu } from '../../sync/srcu.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Slot } from '../layer/slot.js';
import { srcuFast } from '../options/srcu-fast.js';
import { unregisterBuffered } from '../scenarios/unregister-buffered.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const mixedFlavours: Mutant<GlobalOption, GlobalWorld> = {
  id: 'G08',
  title: 'Readers without barriers, and an updater that relies on them',
  source: 'seeded',
  option: { ...srcuFast, awaitCallbacks: waitClassic },
  of: 'srcu-fast',
  scenario: unregisterBuffered,
  memory: 'tso',
  caughtBy: 'order/quiet',
};

function waitClassic(_registry: Registry, slot: Slot): void {
  synchronizeSrcu(slot.srcu);
}
