/** The life of a traced task, as far as its tracers can see it. */
import { atomic, type Int, shared, when } from '@quiesce/checker/language';
import { exit } from './death.js';
import type { DetachOption } from './option.js';
import { report } from './report.js';
import type { Task } from './task.js';

/** How many of the system's owners are not done yet: a task whose owners are all done may end. */
export interface Crew {
  readonly name: string;
  active: Int<0, 3>;
}

export function newCrew(owners: number): Crew {
  return shared<Crew>({ name: 'owners', active: owners });
}

/**
 * Makes its system calls; answers each request for a report; and exits when it is killed, or when nobody is left who
 * could want something of it. Between these it is in user mode, which no callback is.
 */
export function runTarget(option: DetachOption, task: Task, crew: Crew): void {
  while (true) {
    when(task.callsLeft > 0 || task.notify || task.killed || crew.active === 0);
    if (task.killed) break;
    if (task.notify) {
      task.notify = false;
      report(option, task, 'resume');
    } else if (task.callsLeft > 0) {
      atomic(() => {
        task.callsLeft -= 1;
      });
      report(option, task, 'syscall');
    } else {
      break;
    }
  }
  exit(option, task);
}
