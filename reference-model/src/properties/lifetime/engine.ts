/** No call and no report touches an engine after the last reference to it was given back. */
import { applies, on, type Property, violated } from '@quiesce/checker/language';
import { barrierCalled, detachCalled, setEventsCalled, turnBegins } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

export const lifetimeEngine: Property<DetachWorld> = {
  id: 'lifetime/engine',
  clause: 'lifetime.engine',
  kind: 'always',
  monitor: () => [
    ...[detachCalled, setEventsCalled, barrierCalled].map((source) =>
      on(source, (engine) => {
        if (engine.ops !== 'user') applies();
        if (engine.references < 1) violated();
      }),
    ),
    on(turnBegins, (_task, engine) => {
      if (engine.references < 1) violated();
    }),
  ],
};
