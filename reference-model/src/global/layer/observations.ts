/** What properties can listen to. Each is a step of its own, beside the one that it tells of, unless it stands in `atomic`. */
import { observation } from '@quiesce/checker/language';
import type { Answer } from './answer.js';
import type { Action, Client, Data } from './client.js';
import type { Event } from './event.js';
import type { Module } from './module.js';
import type { Task, Thread } from './task.js';

/** The first and the last instruction of the client's text. */
export const callbackStarts = observation<[client: Client, task: Task, event: Event]>('callback-starts');
export const callbackReturns = observation<[client: Client, task: Task, action: Action]>('callback-returns');
/** A callback has gone to sleep of its own will. */
export const callbackSleeps = observation<[client: Client, task: Task]>('callback-sleeps');

/** The text of a client uses data: its own, unless something has gone wrong. */
export const dataUsed = observation<[client: Client, data: Data, task: Task]>('data-used');
export const dataFreed = observation<[data: Data]>('data-freed');
export const moduleFreed = observation<[module: Module]>('module-freed');

export const registerReturns = observation<[client: Client, answer: Answer]>('register-returns');

export const unregisterCalled = observation<[client: Client, current: Thread]>('unregister-called');
export const unregisterReturns =
  observation<[client: Client, current: Thread, answer: Answer]>('unregister-returns');

export const setEventsCalled = observation<[client: Client, current: Thread]>('set-events-called');
export const setEventsReturns =
  observation<[client: Client, current: Thread, answer: Answer]>('set-events-returns');

/** The whole of what a client does to be rid of its engine, or has done for it when its module is unloaded. */
export const teardownBegins = observation<[client: Client, current: Thread]>('teardown-begins');
export const teardownEnds = observation<[client: Client, current: Thread]>('teardown-ends');

export const reportBegins = observation<[task: Task, event: Event]>('report-begins');
export const reportEnds = observation<[task: Task, event: Event]>('report-ends');
/** A task is put on the list of tasks. */
export const taskBorn = observation<[task: Task]>('task-born');
