/**
 * A tracer that defers work: its callback on one task leaves a piece of work to another thread, and its exit function
 * detaches, waits for the work, and unloads the module. Only clients among the mutants do it in other ways.
 */
import { type Backlog, deferWork, doWork, doWorks, drain, newBacklog, type Work } from '../client/backlog.js';
import type { Action } from '../layer/callbacks.js';
import type { Engine } from '../layer/engine.js';
import { SYSCALL } from '../layer/event.js';
import type { DetachOption } from '../layer/option.js';
import type { Thread } from '../layer/task.js';
import { detachAll, type ExitFunction, exiting } from './exit-function.js';
import { type Cast, type DetachSizes, type DetachWorld, watching } from './world.js';

/** What a client does in its own way. */
export interface Deferring {
  /** In the callback. */
  readonly defer: (backlog: Backlog, work: Work) => void;
  /** In the thread that does the work. */
  readonly doWork: (backlog: Backlog, work: Work, engine: Engine) => void;
  /** In the exit function. Tells whether the module may go. */
  readonly letGo: (option: DetachOption, cast: Cast, backlog: Backlog, current: Thread) => boolean;
}

/** As it should be: detach, so that no callback defers any more; then wait for what was deferred; then unload. */
export const orderly: Deferring = {
  defer: deferWork,
  doWork,
  letGo: (option, cast, backlog, current) => {
    const allowed = detachAll(option, cast, current);
    drain(backlog);
    return allowed;
  },
};

/** Each engine has one piece of work. */
export function deferring(option: DetachOption, sizes: DetachSizes, client: Deferring): DetachWorld {
  const backlog = newBacklog(sizes.engines);
  const parts = backlog.works.map((work) => ({
    flags: SYSCALL,
    callbacks: { ...watching, event: () => deferIn(client, backlog, work) },
  }));
  const exit: ExitFunction = (chosen, cast, current) => client.letGo(chosen, cast, backlog, current);
  return exiting(option, sizes, parts, exit, (cast, crew) => {
    const doAt = (place: number): void => doOne(client, backlog, cast, place);
    return [{ name: 'W', body: () => doWorks(backlog, crew, doAt) }];
  });
}

function deferIn(client: Deferring, backlog: Backlog, work: Work): Action {
  client.defer(backlog, work);
  return 'resume';
}

function doOne(client: Deferring, backlog: Backlog, cast: Cast, place: number): void {
  client.doWork(backlog, backlog.works[place]!, cast.engines[place]!);
}
