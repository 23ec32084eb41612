/** The life of a traced task, as far as its tracers can see it. */
import { atomic, type Int, shared, when } from '@quiesce/checker/language';
import { exit } from './death.js';
import type { DetachOption } from './option.js';
import { report } from './report.js';
import { takeRequest } from './request.js';
import { hasSignal, passSignals, sleepInCall } from './signal.js';
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
 * Makes its system calls; answers each request for a report, and each signal; and exits when it is killed, or when nobody is left who
 * could want something of it. Between these it is in user mode, which no callback is.
 */
export function runTarget(option: DetachOption, task: Task, crew: Crew): void {
  while (true) {
    option.rests(task);
    when(
      task.callsLeft > 0 ||
        task.request === 'report' ||
        task.killed ||
        crew.active === 0 ||
        (task.traits.signals && (task.signalled || task.request === 'interrupt')),
    );
    option.wakes(task);
    if (task.killed) break;
    if (task.traits.signals && hasSignal(task)) {
      passSignals(option, task);
    } else if (task.request === 'report') {
      takeRequest(task);
      report(option, task, 'resume');
    } else if (task.callsLeft > 0) {
      atomic(() => {
        task.callsLeft -= 1;
      });
      report(option, task, 'syscall');
      if (task.traits.sleeps) {
        option.rests(task);
        sleepInCall(task, crew);
        option.wakes(task);
      }
    } else {
      break;
    }
  }
  exit(option, task);
  option.rests(task);
}
