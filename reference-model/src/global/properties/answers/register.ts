/** Register answers -EBUSY while a slot is not free because somebody still waits for its old callbacks. */
import { on, type Property, witnessed } from '@quiesce/checker/language';
import { registerReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';

export const answersBusyWhileDraining: Property<GlobalWorld> = {
  id: 'answers/busyWhileDraining',
  clause: 'global.busy-while-draining',
  kind: 'sometimes',
  monitor: ({ registry }) => [
    on(registerReturns, (_client, answer) => {
      if (answer !== '-EBUSY') return;
      for (const slot of registry.slots) if (slot.owner !== null && slot.ops === null) witnessed();
    }),
  ],
};
