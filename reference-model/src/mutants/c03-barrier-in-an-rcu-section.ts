/**
 * From 2010 to 2022 SystemTap walked the list of tasks in an RCU section and waited with the barrier on the way. The
 * barrier sleeps, and a section that sleeps is over: the task at which the walk stands may be freed, and the walk goes on
 * from there.
 */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import { detach } from '../layer/control.js';
import type { DetachOption } from '../layer/option.js';
import { enterReach, leaveReach, touchTask } from '../layer/reach.js';
import type { Crew } from '../layer/target.js';
import type { Task, Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { freeing } from '../scenarios/detach-freed.js';
import { forget, leaveCrew } from '../scenarios/owner.js';
import type { Cast, DetachSizes, DetachWorld } from '../scenarios/world.js';

const taskWalk: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'task-walk',
  title: 'Walk the list of tasks, detach from each and wait',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => freeing(option, sizes, walk),
};

function walk(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks) {
    enterReach(task);
    if (!task.freed) {
      detachHere(option, task, current);
      // The walk reads where the list goes on.
      touchTask(task);
    }
    leaveReach(task);
  }
  leaveCrew(crew);
}

function detachHere(option: DetachOption, task: Task, current: Thread): void {
  for (const engine of task.engines) {
    const answer = detach(option, task, engine, current);
    if (answer === '-EINPROGRESS') {
      // The fault: to sleep is to leave the section, whatever the source says.
      leaveReach(task);
      option.afterAnswer(task, engine, answer, current, option);
      enterReach(task);
    }
    forget(option, engine);
  }
}

export const barrierInAnRcuSection: Mutant<DetachOption, DetachWorld> = {
  id: 'C03',
  title: 'A barrier sleeps in the RCU section of a walk along the tasks',
  source: 'SystemTap, stap_utrace_detach_ops; named in a329b05dd',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: taskWalk,
  caughtBy: 'lifetime/task',
};
