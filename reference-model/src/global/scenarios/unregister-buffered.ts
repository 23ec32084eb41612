/** The plain case once more, where each processor has a store buffer: a store is seen by others some time after it was made. */
import type { Scenario } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import { unregisterRunning } from './unregister-running.js';
import type { GlobalSizes, GlobalWorld } from './world.js';

export const unregisterBuffered: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  ...unregisterRunning,
  id: 'unregister-buffered',
  title: 'Unregister while a task reports, with store buffers',
  sizes: { tasks: 1, events: 1 },
  memory: ['sc', 'tso'],
};
