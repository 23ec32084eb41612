/** The life of a traced task, as far as global engines can see it. */
import { atomic, when } from '@quiesce/checker/language';
import { taskBorn } from './observations.js';
import type { GlobalOption } from './option.js';
import type { Registry } from './registry.js';
import { report } from './report.js';
import type { Task } from './task.js';

/** Reports its events, one after the other; between them it is in user mode. It does not exit. */
export function runTask(option: GlobalOption, registry: Registry, task: Task): void {
  when(task.listed);
  while (task.left > 0) {
    atomic(() => {
      task.left -= 1;
    });
    report(option, registry, task, 'clone');
  }
}

/** Reports one event after the other, for ever. */
export function runBusyTask(option: GlobalOption, registry: Registry, task: Task): void {
  while (true) report(option, registry, task, 'clone');
}

/** As `runTask`, and then reports its exit and leaves the list of tasks. */
export function runTaskToItsEnd(option: GlobalOption, registry: Registry, task: Task): void {
  runTask(option, registry, task);
  task.exiting = true;
  report(option, registry, task, 'exit');
  task.listed = false;
}

/** Puts a child on the list of tasks, which may run at once, and then reports that. */
export function runParent(option: GlobalOption, registry: Registry, parent: Task, child: Task): void {
  atomic(() => {
    child.listed = true;
    taskBorn(child);
  });
  runTask(option, registry, parent);
}
