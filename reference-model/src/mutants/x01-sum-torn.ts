/**
 * Until April 2010 a module had one count per processor, and its references were the sum. A reference that is taken on a
 * processor which has been looked at, and given back on one which has not, makes the sum too small by one: and then a
 * reference that is held throughout is not seen.
 */
import { type Mutant, type Scenario, when } from '@quiesce/checker/language';
import type { Callbacks } from '../layer/callbacks.js';
import type { Machine } from '../layer/context.js';
import { useData } from '../layer/data.js';
import { SYSCALL } from '../layer/event.js';
import { beginUnload as declareGoing, type Module } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { moduleRef } from '../options/module-ref.js';
import { byTheContract, unloading } from '../scenarios/detach-unload.js';
import { type DetachSizes, type DetachWorld, watching } from '../scenarios/world.js';
import { isUnused, type ModuleCount, putSplit } from '../sync/module-count.js';
import { synchronizeRcu } from '../sync/rcu.js';

const passingOn: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'unload-passing-on',
  title: 'Unload a module whose callback takes one more reference, and gives it back elsewhere',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const parts = Array.from({ length: sizes.engines }, () => ({ flags: SYSCALL, callbacks: migrating }));
    return unloading(option, sizes, parts, byTheContract);
  },
};

/** Whoever holds a reference may take another one, also of a module that is going. */
const migrating: Callbacks = {
  ...watching,
  event: (task, engine) => {
    const count = engine.module.count;
    count.gets[1] = count.gets[1]! + 1;
    putSplit(count, task.context.cpu);
    useData(engine);
    return 'resume';
  },
};

export const sumTorn: Mutant<DetachOption, DetachWorld> = {
  id: 'X01',
  title: 'The counts of the processors are added up one by one',
  source: 'kernel/module.c, fixed in 5fbfb18d7a5',
  option: { ...moduleRef, beginUnload },
  of: 'module-ref',
  scenario: passingOn,
  caughtBy: 'lifetime/text',
};

function beginUnload(module: Module, machine: Machine): boolean {
  module.count.going = true;
  synchronizeRcu(machine.rcu);
  while (!looksUnused(module.count)) when(isUnused(module.count));
  return declareGoing(module);
}

function looksUnused(count: ModuleCount): boolean {
  const second = count.gets[1]! - count.puts[1]!;
  return second + count.gets[0]! - count.puts[0]! === 0;
}
