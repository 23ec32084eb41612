/** A kernel module: the text of callbacks, and what its tracer keeps beside the engines. */
import { atomic, type Int, type Lock, newLock, shared } from '@quiesce/checker/language';
import { type ModuleCount, newModuleCount } from '../sync/module-count.js';
import { moduleFreed } from './observations.js';

export interface Module {
  readonly name: string;
  /** `going`: its exit function runs. `freed`: its text is gone, and whoever executes it crashes. */
  state: 'live' | 'going' | 'freed';
  /** A count that a client may keep of its own callbacks; the layer does not know it. */
  inUse: Int<0, 3>;
  /** The count that the core keeps of the module's users, where an option has it do so. */
  readonly count: ModuleCount;
  /** A lock of the tracer's own, which callbacks may take. */
  readonly mutex: Lock;
}

/** The module's exit function is going to run. */
export function beginUnload(module: Module): boolean {
  module.state = 'going';
  return true;
}

/** The module's exit function has returned. */
export function freeModule(module: Module): void {
  atomic(() => {
    module.state = 'freed';
    moduleFreed(module);
  });
}

export function newModule(name: string): Module {
  return shared<Module>({
    name,
    state: 'live',
    inUse: 0,
    count: newModuleCount(`${name}.count`, 2),
    mutex: newLock(),
  });
}
