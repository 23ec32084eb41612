/**
 * No call and no report touches an engine after the last reference to it was given back. Looked at wherever one is about
 * to touch it, or just has; what a call only passes back with its answer is no touch.
 */
import { applies, on, type Property, violated } from '@quiesce/checker/language';
import {
  barrierCalled,
  barrierReturns,
  callbackReturns,
  callbackStarts,
  completionReturns,
  completionStarts,
  detachCalled,
  emptyCalled,
  engineRead,
  setEventsCalled,
  sleepEnds,
  turnBegins,
} from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

export const lifetimeEngine: Property<DetachWorld> = {
  id: 'lifetime/engine',
  clause: 'lifetime.engine',
  kind: 'always',
  monitor: () => [
    ...[detachCalled, barrierCalled, sleepEnds, barrierReturns].map((source) =>
      on(source, (engine) => {
        if (engine.ops !== 'user') applies();
        if (engine.references < 1) violated();
      }),
    ),
    on(setEventsCalled, (engine) => {
      if (engine.ops !== 'user') applies();
      if (engine.references < 1) violated();
    }),
    ...[engineRead, callbackStarts, callbackReturns, emptyCalled, completionStarts, completionReturns].map(
      (source) =>
        on(source, (engine) => {
          if (engine.references < 1) violated();
        }),
    ),
    on(turnBegins, (_task, engine) => {
      if (engine.references < 1) violated();
    }),
  ],
};
