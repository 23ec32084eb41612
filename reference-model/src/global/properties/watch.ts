/** What the monitors of several properties have in common. */
import { assuming, type Handler, type Int, leadsTo, on } from '@quiesce/checker/language';
import type { Client } from '../layer/client.js';
import {
  callbackReturns,
  callbackSleeps,
  callbackStarts,
  dataUsed,
  setEventsCalled,
  setEventsReturns,
  teardownBegins,
  teardownEnds,
  unregisterCalled,
} from '../layer/observations.js';
import type { Task, Thread } from '../layer/task.js';
import type { GlobalWorld } from '../scenarios/world.js';

/** Watches each client by itself: the handlers that `watch` makes for each of them. */
export function eachClient(
  { clients }: GlobalWorld,
  watch: (client: Client) => readonly Handler[],
): readonly Handler[] {
  return clients.flatMap(watch);
}

/** Watches each client and each thread that may call about it: the callers, and the traced tasks. */
export function eachCaller(
  { clients, callers, tasks }: GlobalWorld,
  watch: (client: Client, caller: Thread) => readonly Handler[],
): readonly Handler[] {
  return clients.flatMap((client) => [...callers, ...tasks].flatMap((caller) => watch(client, caller)));
}

/** Watches each client and each traced task. */
export function eachTask(
  { clients, tasks }: GlobalWorld,
  watch: (client: Client, task: Task) => readonly Handler[],
): readonly Handler[] {
  return clients.flatMap((client) => tasks.flatMap((task) => watch(client, task)));
}

export interface Running {
  /** Of the client: so it says in traces. */
  readonly name: string;
  /** In how many tasks a callback of the client has started and not returned. */
  running: Int<0, 2>;
}

/** Keeps `running` true to its name. Stands before handlers that read it. */
export function whileRunning(client: Client, seen: Running): readonly Handler[] {
  return [
    on(callbackStarts, (one) => {
      if (one === client) seen.running = seen.running === 0 ? 1 : 2;
    }),
    on(callbackReturns, (one) => {
      if (one === client) seen.running = seen.running === 2 ? 1 : 0;
    }),
  ];
}

export interface Inside {
  readonly name: string;
  /** The task is in a callback of the client. */
  inside: boolean;
}

/** Keeps `inside` true to its name. */
export function whileInside(client: Client, task: Thread, seen: Inside): readonly Handler[] {
  return [
    on(callbackStarts, (one, current) => {
      if (one === client && current === task) seen.inside = true;
    }),
    on(callbackReturns, (one, current) => {
      if (one === client && current === task) seen.inside = false;
    }),
  ];
}

export interface Passage {
  readonly name: string;
  /** Where the task is in the client's text: its work, the use of its data, divides head and tail. */
  at: 'outside' | 'head' | 'tail';
}

/** Keeps `at` true to its name. */
export function whileInText(client: Client, task: Task, seen: Passage): readonly Handler[] {
  return [
    on(callbackStarts, (one, current) => {
      if (one === client && current === task) seen.at = 'head';
    }),
    on(dataUsed, (one, _data, current) => {
      if (one === client && current === task) seen.at = 'tail';
    }),
    on(callbackReturns, (one, current) => {
      if (one === client && current === task) seen.at = 'outside';
    }),
  ];
}

export interface Waiting {
  readonly name: string;
  /** The caller has begun to take leave of the engine, and is not through. */
  waiting: boolean;
}

/** Keeps `waiting` true to its name. */
export function whileWaiting(client: Client, caller: Thread, seen: Waiting): readonly Handler[] {
  return [
    on(teardownBegins, (one, current) => {
      if (one === client && current === caller) seen.waiting = true;
    }),
    on(teardownEnds, (one, current) => {
      if (one === client && current === caller) seen.waiting = false;
    }),
  ];
}

/** As `whileWaiting`, for a change of the mask. */
export function whileClearing(client: Client, caller: Thread, seen: Waiting): readonly Handler[] {
  return [
    on(setEventsCalled, (one, current) => {
      if (one === client && current === caller) seen.waiting = true;
    }),
    on(setEventsReturns, (one, current) => {
      if (one === client && current === caller) seen.waiting = false;
    }),
  ];
}

export interface Slept {
  readonly name: string;
  /** A callback of the client has slept, or some callback has made a call that may. */
  slept: boolean;
}

/** Keeps `slept` true to its name. */
export function onceSlept(client: Client, seen: Slept): readonly Handler[] {
  return [
    on(callbackSleeps, (one) => {
      if (one === client) seen.slept = true;
    }),
    on(unregisterCalled, (_one, current) => {
      if (current.traced) seen.slept = true;
    }),
  ];
}

/** Who waits does not wait for ever, in runs in which no callback runs for ever. */
export function endsIfCallbacksDo(seen: Running & Waiting): readonly Handler[] {
  return [
    leadsTo(
      () => seen.waiting,
      () => !seen.waiting,
    ),
    assuming(() => seen.running === 0),
  ];
}
