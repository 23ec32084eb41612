import { assert, type World, when } from '@quiesce/checker/language';
import {
  awaitUnused,
  isUnused,
  type ModuleCount,
  newModuleCount,
  putShared,
  putSplit,
  tryGetShared,
  tryGetSplit,
  tryStop,
} from '../../../src/sync/module-count.js';
import { newRcu, newRcuReader, type Rcu, type RcuReader } from '../../../src/sync/rcu.js';
import { free, type Item, newItem } from './slot.js';

/** Two users and an unload that waits, as in 2008. */
export function split(): World {
  return splitSystem(awaitUnused);
}

/** A user that has seen a live module has not counted itself yet. */
export function splitWithoutGracePeriod(): World {
  return splitSystem(goAndLook);
}

function splitSystem(awaitSilence: (module: ModuleCount, rcu: Rcu) => void): World {
  const readers = ['T0', 'T1'].map((name) => newRcuReader(name));
  const rcu = newRcu(readers);
  const module = newModuleCount('M', 2);
  const text = newItem('text');
  return {
    processes: [
      { name: 'T0', body: () => useSplit(module, readers[0]!, text, 0) },
      { name: 'T1', body: () => useSplit(module, readers[1]!, text, 1) },
      { name: 'D', body: () => unloadSplit(module, rcu, text, awaitSilence) },
    ],
  };
}

function useSplit(module: ModuleCount, reader: RcuReader, text: Item, cpu: number): void {
  if (!tryGetSplit(module, reader, cpu)) return;
  assert(!text.freed, 'use after free');
  putSplit(module, cpu);
}

function unloadSplit(
  module: ModuleCount,
  rcu: Rcu,
  text: Item,
  awaitSilence: (module: ModuleCount, rcu: Rcu) => void,
): void {
  awaitSilence(module, rcu);
  free(text);
}

function goAndLook(module: ModuleCount): void {
  module.going = true;
  when(module.gets[0]! + module.gets[1]! === module.puts[0]! + module.puts[1]!);
}

/** One user is there throughout, another comes and goes, from one processor to the other. */
export function putsFirst(): World {
  return lookSystem(isUnused);
}

/** One count for each processor, and one sum: as it was until April 2010. */
export function oneSum(): World {
  return lookSystem(isUnusedInOneSum);
}

function lookSystem(looksUnused: (module: ModuleCount) => boolean): World {
  const reader = newRcuReader('T1');
  const module = newModuleCount('M', 3);
  return {
    processes: [
      { name: 'T1', body: () => comeAndGo(module, reader) },
      { name: 'D', body: () => stayAndLook(module, looksUnused) },
    ],
  };
}

function comeAndGo(module: ModuleCount, reader: RcuReader): void {
  if (tryGetSplit(module, reader, 0)) putSplit(module, 1);
}

/** D has a reference of its own, on the last processor. */
function stayAndLook(module: ModuleCount, looksUnused: (module: ModuleCount) => boolean): void {
  module.gets[2] = 1;
  assert(!looksUnused(module), 'a module that is in use looks unused');
}

function isUnusedInOneSum(module: ModuleCount): boolean {
  let total = 0;
  for (let cpu = 0; cpu < 3; cpu++) total += module.gets[cpu]! - module.puts[cpu]!;
  return total === 0;
}

/** The form of today. */
export function shared(): World {
  const module = newModuleCount('M', 1);
  const text = newItem('text');
  return {
    processes: [
      { name: 'T0', body: () => useShared(module, text) },
      { name: 'T1', body: () => useShared(module, text) },
      { name: 'D', body: () => unloadShared(module, text) },
    ],
  };
}

/** The unload goes on although there are users. */
export function sharedForced(): World {
  const module = newModuleCount('M', 1);
  const text = newItem('text');
  return {
    processes: [
      { name: 'T0', body: () => useShared(module, text) },
      { name: 'D', body: () => free(text) },
    ],
  };
}

function useShared(module: ModuleCount, text: Item): void {
  for (let round = 0; round < 2; round++) {
    if (!tryGetShared(module)) return;
    assert(!text.freed, 'use after free');
    putShared(module);
  }
}

function unloadShared(module: ModuleCount, text: Item): void {
  if (tryStop(module)) free(text);
}
