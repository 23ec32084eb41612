/** A kernel module that traces all tasks: its text, and what it keeps beside its engine. */
import { atomic, type Int, type Lock, newLock, shared } from '@quiesce/checker/language';
import { type ModuleCount, newModuleCount } from '../../sync/module-count.js';
import { moduleFreed } from './observations.js';

export interface Module {
  readonly name: string;
  /** Its text is gone: whoever executes it crashes. */
  freed: boolean;
  /** A count that a client keeps of its own callbacks; the core does not know it. */
  inUse: Int<0, 3>;
  /** A lock of the tracer's own, which callbacks may take. */
  readonly mutex: Lock;
  /** The core's, for options that keep modules from going. */
  readonly count: ModuleCount;
}

export function newModule(name: string, processors: number): Module {
  return shared<Module>({
    name,
    freed: false,
    inUse: 0,
    mutex: newLock(),
    count: newModuleCount(`${name}.count`, processors),
  });
}

/** The module's exit function has returned. */
export function freeModule(module: Module): void {
  atomic(() => {
    module.freed = true;
    moduleFreed(module);
  });
}
