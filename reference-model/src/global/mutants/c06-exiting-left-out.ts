/** The walk through the tasks leaves out those that exit, and they make one more report. SystemTap's walk did so in 2008. */
import { type Mutant, when } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Slot } from '../layer/slot.js';
import { recordScan } from '../options/record-scan.js';
import { unregisterExit } from '../scenarios/unregister-exit.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const exitingLeftOut: Mutant<GlobalOption, GlobalWorld> = {
  id: 'C06',
  title: 'The walk through the tasks leaves out those that exit',
  source: 'SystemTap, fixed in a962af3a',
  option: { ...recordScan, awaitCallbacks: scanLiving },
  of: 'record-scan',
  scenario: unregisterExit,
  caughtBy: 'task/exiting',
};

function scanLiving(registry: Registry, slot: Slot): void {
  for (const task of registry.tasks) {
    if (task.listed && !task.exiting) when(task.record !== slot);
  }
}
