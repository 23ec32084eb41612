/**
 * Counted inside: each client counts in its own callbacks, first thing and last, and waits for its own count.
 *
 * Mechanism: a count in the module, one atomic operation at each end of the callback. Contract: whatever the client makes of
 * it; the core knows nothing. The instructions before the first operation and after the last are not in the bracket.
 * Cost: two atomic operations on a line that all processors share, paid by those clients that want it.
 * Source: SystemTap since September 2008, with one engine for each thread.
 */
import { atomicDecAndTest, atomicInc, when } from '@quiesce/checker/language';
import type { Client } from '../layer/client.js';
import { common } from '../layer/common.js';
import type { GlobalOption } from '../layer/option.js';

export const countedInside: GlobalOption = {
  ...common,
  title: 'Each client counts inside its callbacks',
  enterInside: (client) => atomicInc(client.module, 'inUse'),
  leaveInside,
  afterUnregister: (client) => when(client.module.inUse === 0),
};

function leaveInside(client: Client): void {
  atomicDecAndTest(client.module, 'inUse');
}
