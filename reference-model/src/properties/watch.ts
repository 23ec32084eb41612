/** What the monitors of several properties have in common. */
import { type Handler, on } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import {
  barrierCalled,
  barrierReturns,
  callbackReturns,
  callbackStarts,
  setEventsCalled,
  setEventsReturns,
  teardownBegins,
  teardownEnds,
} from '../layer/observations.js';
import type { Task, Thread } from '../layer/task.js';
import type { DetachWorld } from '../scenarios/world.js';

/** Watches each engine by itself: the handlers that `watch` makes for each of them. */
export function eachEngine(
  world: DetachWorld,
  watch: (engine: Engine, task: Task) => readonly Handler[],
): readonly Handler[] {
  return world.tasks.flatMap((task) => task.engines.flatMap((engine) => watch(engine, task)));
}

/** Watches each engine and each owner of it. */
export function eachOwner(
  world: DetachWorld,
  watch: (engine: Engine, owner: Thread, task: Task) => readonly Handler[],
): readonly Handler[] {
  return eachEngine(world, (engine, task) => world.owners.flatMap((owner) => watch(engine, owner, task)));
}

/** Watches each engine and each thread that may call about it: its owners, and the traced task itself. */
export function eachCaller(
  world: DetachWorld,
  watch: (engine: Engine, caller: Thread, task: Task) => readonly Handler[],
): readonly Handler[] {
  return eachEngine(world, (engine, task) =>
    [...world.owners, task].flatMap((caller) => watch(engine, caller, task)),
  );
}

export interface Running {
  /** Of the engine: so it says in traces. */
  readonly name: string;
  /** A callback of the engine has started and not returned. */
  running: boolean;
}

/** Keeps `running` true to its name. Stands before handlers that read it. */
export function whileRunning(engine: Engine, seen: Running): readonly Handler[] {
  return [
    on(callbackStarts, (one) => {
      if (one === engine) seen.running = true;
    }),
    on(callbackReturns, (one) => {
      if (one === engine) seen.running = false;
    }),
  ];
}

export interface Waiting {
  readonly name: string;
  /** The owner has begun to take leave of the engine, or to change its events, and is not through. */
  waiting: boolean;
}

/** Keeps `waiting` true to its name. */
export function whileWaiting(engine: Engine, owner: Thread, seen: Waiting): readonly Handler[] {
  return [teardownBegins, setEventsCalled, barrierCalled]
    .map((source) =>
      on(source, (one, current) => {
        if (one === engine && current === owner) seen.waiting = true;
      }),
    )
    .concat(
      [teardownEnds, setEventsReturns, barrierReturns].map((source) =>
        on(source, (one, current) => {
          if (one === engine && current === owner) seen.waiting = false;
        }),
      ),
    );
}

/** Whether the task stands still for another reason than this engine: one of the others keeps it stopped, or it sleeps. */
export function isStoppedFor(task: Task, engines: readonly Engine[]): boolean {
  for (const engine of engines) if (task.stopped && engine.wantsStop) return true;
  return task.traits.sleeps && task.asleep;
}
