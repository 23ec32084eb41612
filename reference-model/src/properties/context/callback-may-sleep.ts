/** A callback goes to sleep of its own will. */
import { on, type Property, witnessed } from '@quiesce/checker/language';
import { callbackSleeps } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

export const contextCallbackMaySleep: Property<DetachWorld> = {
  id: 'context/callbackMaySleep',
  clause: 'context.callback-may-sleep',
  kind: 'sometimes',
  monitor: () => [on(callbackSleeps, () => witnessed())],
};
