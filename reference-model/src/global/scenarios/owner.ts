/** What a client does, if it keeps to the contract of its option. */
import { type Client, freeData } from '../layer/client.js';
import { teardownBegins, teardownEnds } from '../layer/observations.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Thread } from '../layer/task.js';
import { unregister } from '../layer/unregister.js';

/** All that the contract tells a client to do to be rid of its engine. */
export function tearDown(option: GlobalOption, registry: Registry, client: Client, current: Thread): void {
  teardownBegins(client, current);
  unregister(option, registry, client, current);
  option.afterUnregister(client);
  teardownEnds(client, current);
}

/** Frees the data then, if the contract allows it. */
export function tearDownAndFree(
  option: GlobalOption,
  registry: Registry,
  client: Client,
  current: Thread,
): void {
  tearDown(option, registry, client, current);
  if (option.mayFreeData) freeData(client.data);
}
