/** The reap callback starts when the death callback has returned, and after it starts none. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { DEATH } from '../../layer/event.js';
import { callbackReturns, callbackStarts } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  /** Which of the engine's callbacks runs, or how far its end has come. */
  stage: 'alive' | 'dying' | 'dead' | 'reaped';
}

export const finalReapIsLast: Property<DetachWorld> = {
  id: 'final/reapIsLast',
  clause: 'final.reap-is-last',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, stage: 'alive' });
      return [
        on(callbackStarts, (one, occasion) => {
          if (one !== engine) return;
          if (seen.stage === 'reaped') violated();
          if (occasion === 'death') seen.stage = 'dying';
          if (occasion !== 'reap') return;
          const wantsDeath = (engine.flags & DEATH) !== 0;
          if (wantsDeath) applies();
          if (wantsDeath && seen.stage !== 'dead') violated();
          seen.stage = 'reaped';
        }),
        on(callbackReturns, (one, occasion) => {
          if (one === engine && occasion === 'death' && seen.stage === 'dying') seen.stage = 'dead';
        }),
      ];
    }),
};
