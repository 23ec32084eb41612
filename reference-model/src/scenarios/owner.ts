/** What an owner of engines does, if it keeps to the contract of its option. */
import { atomicDecAndTest } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { lookUp, type Match } from '../layer/attach.js';
import { detach } from '../layer/control.js';
import { freeData } from '../layer/data.js';
import { type Engine, putEngine } from '../layer/engine.js';
import { ownerForgets, teardownBegins, teardownEnds } from '../layer/observations.js';
import type { DetachOption } from '../layer/option.js';
import type { Crew } from '../layer/target.js';
import type { Task, Thread } from '../layer/task.js';

/** All that the contract tells an owner to do to be rid of an engine. Gives the answer by which the owner goes then. */
export function tearDown(option: DetachOption, task: Task, engine: Engine, current: Thread): Answer {
  teardownBegins(engine, current);
  option.beforeDetach(option, task, engine);
  const answer = detach(option, task, engine, current);
  const settled = option.afterAnswer(task, engine, answer, current, option);
  teardownEnds(engine, current, settled);
  return settled;
}

/** As `tearDown`, but the owner waits as for a callback that is under way, also where the answer says that none is. */
export function tearDownAnyway(option: DetachOption, task: Task, engine: Engine, current: Thread): void {
  teardownBegins(engine, current);
  option.beforeDetach(option, task, engine);
  const answer = detach(option, task, engine, current);
  option.afterAnswer(task, engine, answer === 0 ? '-EINPROGRESS' : answer, current, option);
  teardownEnds(engine, current, answer);
}

/**
 * Tears down each engine that a look at the task finds, until there is none. Tells whether their module may be unloaded,
 * as far as they are concerned.
 */
export function tearDownFound(option: DetachOption, task: Task, match: Match, current: Thread): boolean {
  let allowed = true;
  let engine = lookUp(option, task, match);
  while (engine !== null) {
    if (!option.ownerMayUnload(engine, tearDown(option, task, engine, current))) allowed = false;
    forget(option, engine);
    engine = lookUp(option, task, match);
  }
  return allowed;
}

/** Gives the owner's reference back, where the option gave it one. */
export function forget(option: DetachOption, engine: Engine): void {
  if (option.ownerReferences === 1) putEngine(engine);
  if (engine.release !== null) ownerForgets(engine);
}

/** Tears down, then frees the data if the contract allows it: otherwise it is for a callback to free, or for nobody. */
export function tearDownAndFree(option: DetachOption, task: Task, engine: Engine, current: Thread): void {
  const answer = tearDown(option, task, engine, current);
  if (option.ownerMayFree(answer)) freeData(engine);
  forget(option, engine);
}

/** The owner is done. */
export function leaveCrew(crew: Crew): void {
  atomicDecAndTest(crew, 'active');
}
