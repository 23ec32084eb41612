/**
 * The reference is taken and given back by a piece of code that goes away with the module. A task that has come to this code,
 * and not yet to the reference, is not waited for. Images of BPF trampolines need RCU-Tasks around their reference for that.
 */
import type { Mutant } from '@quiesce/checker/language';
import { percpuRefPut, percpuRefTryGetLive } from '../../sync/percpu-ref.js';
import { type Event, maskOf } from '../layer/event.js';
import { callbackReturns, callbackStarts } from '../layer/observations.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Slot } from '../layer/slot.js';
import type { Task } from '../layer/task.js';
import { percpuRef } from '../options/percpu-ref.js';
import { unregisterUnload } from '../scenarios/unregister-unload.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const outsideTheBracket: Mutant<GlobalOption, GlobalWorld> = {
  id: 'X05',
  title: 'The code that takes the reference goes away with the module',
  source: 'BPF trampolines, bpf_tramp_image_put()',
  option: { ...percpuRef, enter: () => true, leave: () => {}, callIfWanted: callThroughStub },
  of: 'percpu-ref',
  scenario: unregisterUnload,
  caughtBy: 'lifetime/head',
};

function callThroughStub(
  _option: GlobalOption,
  _registry: Registry,
  task: Task,
  slot: Slot,
  event: Event,
): void {
  if ((slot.mask & maskOf(event)) === 0) return;
  const client = slot.ops;
  if (client === null) return;
  callbackStarts(client, task, event);
  if (percpuRefTryGetLive(slot.ref, task.reader, task.cpu)) {
    client.callback(task, client, slot.data!);
    percpuRefPut(slot.ref, task.reader, task.cpu);
  }
  callbackReturns(client, task, 'resume');
}
