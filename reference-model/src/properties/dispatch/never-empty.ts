/** The task never calls a callback that the table which it has fetched does not have. */
import { applies, on, type Property, violated } from '@quiesce/checker/language';
import { emptyCalled, turnBegins } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

export const dispatchNeverEmpty: Property<DetachWorld> = {
  id: 'dispatch/neverEmpty',
  clause: 'dispatch.never-empty',
  kind: 'always',
  monitor: () => [on(turnBegins, () => applies()), on(emptyCalled, () => violated())],
};
