/** No text of the module is executed after the module, by the rules of the contract, was unloaded. */
import { applies, on, type Property, violated } from '@quiesce/checker/language';
import {
  callbackReturns,
  callbackStarts,
  completionReturns,
  completionStarts,
  dataUsed,
  moduleFreed,
  textRuns,
} from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

export const lifetimeText: Property<DetachWorld> = {
  id: 'lifetime/text',
  clause: 'lifetime.text',
  kind: 'always',
  monitor: () => [
    on(moduleFreed, () => applies()),
    ...[callbackStarts, dataUsed, callbackReturns, completionStarts, completionReturns].map((source) =>
      on(source, (engine) => {
        if (engine.module.state === 'freed') violated();
      }),
    ),
    on(textRuns, (module) => {
      if (module.state === 'freed') violated();
    }),
  ],
};
