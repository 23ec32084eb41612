/** One engine's turn in a report: the bracket around its callbacks, and what is done with their answers. */
import { atomic, lock, smp_rmb, unlock } from '@quiesce/checker/language';
import { type Action, callThrough, occasionOf } from './callbacks.js';
import type { Engine, Ops } from './engine.js';
import { type Event, maskOf, QUIESCE } from './event.js';
import { turnBegins, turnEnds } from './observations.js';
import type { DetachOption, Turn } from './option.js';
import { updateStopWanted } from './stop.js';
import type { Task } from './task.js';

/** Lets one engine take its turn. Tells whether it turned out to be detached. */
export function takeTurn(option: DetachOption, task: Task, engine: Engine, event: Event): boolean {
  const reached = atomic(() => {
    if (!engine.attached) return false;
    turnBegins(task, engine);
    return true;
  });
  if (!reached) return false;
  const turn = option.startCallback(option, task, engine, event);
  let detached = turn === 'gone';
  if (turn !== 'gone' && turn !== 'over') {
    const action = callThrough(turn, task, engine, occasionOf(event));
    detached = option.finishCallback(option, task, engine, action);
  }
  turnEnds(task, engine);
  return detached;
}

/**
 * Opens the bracket, looks what the engine wants, and makes the quiesce callback if it wants that. The order is what
 * detach stands on: first the bracket, then the flags, then the table.
 */
export function startCallback(option: DetachOption, task: Task, engine: Engine, event: Event): Turn {
  if (!option.enter(task, engine)) return 'gone';
  const flags = engine.flags;
  const wantsQuiesce = (flags & QUIESCE) !== 0;
  let wanted = (flags & maskOf(event)) !== 0;
  smp_rmb();
  const ops = engine.ops;
  if (option.callsQuiesce(wantsQuiesce, ops)) {
    const action = callThrough(ops, task, engine, 'quiesce');
    if (option.finishCallback(option, task, engine, action)) return 'gone';
    const again = option.openAgain(option, task, engine, event);
    if (again !== 'open') return again;
    // The table is not read again.
    wanted = option.stillWanted(engine, event, wanted);
  }
  if (wanted) return ops;
  option.passOver(option, task, engine);
  return 'over';
}

/** The table is looked at too: a detach may have come between the reads of flags and table. */
export function callsQuiesce(wantsQuiesce: boolean, ops: Ops): boolean {
  return wantsQuiesce || ops === 'detached';
}

/** The quiesce callback has closed the bracket; where there is an event to tell, it is opened once more. */
export function openAgain(
  option: DetachOption,
  task: Task,
  engine: Engine,
  event: Event,
): 'open' | 'over' | 'gone' {
  if (event === 'resume') return 'over';
  return option.enter(task, engine) ? 'open' : 'gone';
}

/** The flags may be others after the quiesce callback. */
export function stillWanted(engine: Engine, event: Event, _before: boolean): boolean {
  return (engine.flags & maskOf(event)) !== 0;
}

/** The engine wants nothing of this event. */
export function passOver(option: DetachOption, task: Task, engine: Engine): void {
  option.leave(task, engine);
}

/** Applies the answer of a callback, then closes the bracket. Tells whether the engine is detached. */
export function finishCallback(option: DetachOption, task: Task, engine: Engine, action: Action): boolean {
  if (action === 'detach') option.detachSelf(option, task, engine);
  else if (action === 'stop') option.keepStopped(task, engine);
  else if (engine.wantsStop) letGo(task, engine);
  option.leave(task, engine);
  return engine.ops === 'detached';
}

/** A callback has answered that it detaches its engine. */
export function detachSelf(option: DetachOption, task: Task, engine: Engine): void {
  lock(task.lock);
  if (engine.ops === 'user') option.markDetached(task, engine);
  unlock(task.lock);
}

/** Unless a detach came before the lock was taken: it must not leave a stop behind. */
export function keepStopped(task: Task, engine: Engine): void {
  lock(task.lock);
  atomic(() => {
    if (engine.ops === 'user') {
      engine.wantsStop = true;
      task.stopWanted = true;
    }
  });
  unlock(task.lock);
}

/** A callback that does not answer STOP lifts the stop that its engine had asked for. */
function letGo(task: Task, engine: Engine): void {
  lock(task.lock);
  engine.wantsStop = false;
  updateStopWanted(task);
  unlock(task.lock);
}
