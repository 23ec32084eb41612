/** What properties can listen to. Each is a step of its own, beside the one that it tells of, unless it stands in `atomic`. */
import { observation } from '@quiesce/checker/language';
import type { Answer } from './answer.js';
import type { Action } from './callbacks.js';
import type { Engine } from './engine.js';
import type { Occasion } from './event.js';
import type { Module } from './module.js';
import type { Task, Thread } from './task.js';

/** The report that the task makes comes to the engine. */
export const turnBegins = observation<[task: Task, engine: Engine]>('turn-begins');
export const turnEnds = observation<[task: Task, engine: Engine]>('turn-ends');

/** A callback goes to sleep of its own will. */
export const callbackSleeps = observation<[engine: Engine]>('callback-sleeps');

/** The first and the last instruction of the owner's text. */
export const callbackStarts = observation<[engine: Engine, occasion: Occasion]>('callback-starts');
export const callbackReturns =
  observation<[engine: Engine, occasion: Occasion, action: Action]>('callback-returns');

/** The task calls through a table that has no such callback. */
export const emptyCalled = observation<[engine: Engine, occasion: Occasion]>('empty-callback-called');

export const dataUsed = observation<[engine: Engine]>('data-used');
export const dataFreed = observation<[engine: Engine]>('data-freed');

export const detachCalled = observation<[engine: Engine, current: Thread]>('detach-called');
export const detachReturns = observation<[engine: Engine, current: Thread, answer: Answer]>('detach-returns');

/** `flags`: the mask that is asked for. */
export const setEventsCalled =
  observation<[engine: Engine, current: Thread, flags: number]>('set-events-called');
export const setEventsReturns =
  observation<[engine: Engine, current: Thread, answer: Answer]>('set-events-returns');

/** `utrace_control` with UTRACE_REPORT or UTRACE_INTERRUPT. */
export const requestCalled = observation<[engine: Engine, current: Thread]>('request-called');
export const requestReturns =
  observation<[engine: Engine, current: Thread, answer: Answer]>('request-returns');

export const resumeReturns = observation<[engine: Engine, current: Thread, answer: Answer]>('resume-returns');

export const barrierCalled = observation<[engine: Engine, current: Thread]>('barrier-called');
export const barrierReturns =
  observation<[engine: Engine, current: Thread, answer: Answer]>('barrier-returns');

/** The whole of what an owner does to be rid of an engine: what the option wants before the call, the call, and after. */
export const teardownBegins = observation<[engine: Engine, current: Thread]>('teardown-begins');
export const teardownEnds = observation<[engine: Engine, current: Thread, answer: Answer]>('teardown-ends');

/** The task goes to sleep, since an engine wants it to stand still. In the step that stops it. */
export const taskStops = observation<[task: Task]>('task-stops');

/** The owner's sleep in a call is over, and the word of the engine that it slept on is read once more. */
export const sleepEnds = observation<[engine: Engine]>('sleep-ends');

/** The first and the last instruction of the function by which the owner is told that nothing of the engine can run. */
export const completionStarts = observation<[engine: Engine]>('completion-starts');
export const completionReturns = observation<[engine: Engine]>('completion-returns');

/** An instruction of the module's text outside any callback: of work that the tracer has deferred. */
export const textRuns = observation<[module: Module]>('text-runs');

export const moduleFreed = observation<[module: Module]>('module-freed');

/** `utrace_attach_task`, where it creates an engine. */
export const attachCalled =
  observation<[engine: Engine, current: Thread, exclusive: boolean]>('attach-called');
export const attachReturns = observation<[engine: Engine, current: Thread, answer: Answer]>('attach-returns');

/** A walk along the list comes to the engine, and reads it; it is what was looked for. */
export const engineRead = observation<[engine: Engine]>('engine-read');
export const engineFound = observation<[engine: Engine]>('engine-found');

/** The task begins a report, and has told all engines of it. Of tasks to which engines are attached. */
export const reportBegins = observation<[task: Task]>('report-begins');
export const reportEnds = observation<[task: Task]>('report-ends');

/** Somebody else than the task reads or writes the task's memory; it is freed. Of tasks that can be. */
export const taskTouched = observation<[task: Task]>('task-touched');
export const taskFreed = observation<[task: Task]>('task-freed');

/** A signal comes to the task. In the step that makes it pending. */
export const signalComes = observation<[task: Task]>('signal-comes');

/** The first and the last instruction of the release function, which is text of the module as well. */
export const releaseStarts = observation<[engine: Engine]>('release-starts');
export const releaseReturns = observation<[engine: Engine]>('release-returns');

/** The owner has no more to do with the engine. Of engines that have a release function. */
export const ownerForgets = observation<[engine: Engine]>('owner-forgets');

/** An examination of the stopped task has begun; its end has answered whether what was seen can be trusted. */
export const examineBegins = observation<[engine: Engine, current: Thread]>('examine-begins');
export const examineEnds = observation<[engine: Engine, current: Thread, answer: Answer]>('examine-ends');
