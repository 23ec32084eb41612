/** A module whose exit function detaches all its engines by the contract is unloaded in the end, in every run. */
import { applies, atEnd, on, type Property, violated } from '@quiesce/checker/language';
import { moduleFreed } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

export const unloadSucceeds: Property<DetachWorld> = {
  id: 'unload/succeeds',
  clause: 'unload.succeeds',
  kind: 'always',
  monitor: (world) => [
    on(moduleFreed, () => applies()),
    atEnd(() => {
      if (world.module.state === 'going') violated();
    }),
  ],
};
