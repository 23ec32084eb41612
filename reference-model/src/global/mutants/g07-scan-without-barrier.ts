/** Seeded: unregister looks at the records while the empty slot is still in its store buffer. */
import type { Mutant } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import { awaitRecords, recordScan } from '../options/record-scan.js';
import { unregisterBuffered } from '../scenarios/unregister-buffered.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const scanWithoutBarrier: Mutant<GlobalOption, GlobalWorld> = {
  id: 'G07',
  title: 'No barrier between the slot and the records',
  source: 'seeded',
  option: { ...recordScan, awaitCallbacks: awaitRecords },
  of: 'record-scan',
  scenario: unregisterBuffered,
  memory: 'tso',
  caughtBy: 'order/quiet',
};
