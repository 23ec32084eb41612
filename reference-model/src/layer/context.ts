/**
 * Where a task runs, for options that stand on something outside the layer: its processor, what grace periods see of it,
 * and what all tasks share. What an option does not use is never written, and costs no state.
 *
 * Each task has a processor to itself and stays there. What migration does to counts by processor is shown where they are
 * modelled, in `sync/`.
 */
import { shared } from '@quiesce/checker/language';
import { newRcu, newRcuReader, type Rcu, type RcuReader } from '../sync/rcu.js';
import { newRcuTasks, newTaskPlace, type RcuTasks, type TaskPlace } from '../sync/rcu-tasks.js';
import { newSrcu, type Srcu } from '../sync/srcu.js';

export interface Context {
  readonly name: string;
  readonly cpu: number;
  /** The task as a reader, or as one that has preemption off. */
  readonly rcu: RcuReader;
  readonly place: TaskPlace;
  /** The side of the SRCU section that the task is in: in the kernel, a local variable. */
  side: 0 | 1;
  readonly machine: Machine;
}

/** One domain of each kind, for all engines: options that fence in readers and those that do not never meet in it. */
export interface Machine {
  readonly rcu: Rcu;
  readonly rcuTasks: RcuTasks;
  readonly srcu: Srcu;
}

/** The contexts of the processes of these names, on one machine. */
export function newContexts(names: readonly string[]): readonly Context[] {
  const readers = names.map((name) => newRcuReader(name));
  const places = names.map((name) => newTaskPlace(name));
  const rcu = newRcu(readers);
  const machine: Machine = {
    rcu,
    rcuTasks: newRcuTasks(places),
    srcu: newSrcu('srcu', names.length),
  };
  return names.map((name, cpu) =>
    shared<Context>({
      name: `${name}.context`,
      cpu,
      rcu: readers[cpu]!,
      place: places[cpu]!,
      side: 0,
      machine,
    }),
  );
}
