/**
 * A tracer that keeps its module loaded by a reference of its own, and gives it back in a callback. If it was the last one,
 * the module may be unloaded before the callback has returned. Only text of the core can give the last one back.
 */
import { type Mutant, type Scenario, shared, when } from '@quiesce/checker/language';
import type { Action, Callbacks } from '../layer/callbacks.js';
import { useData } from '../layer/data.js';
import type { Engine } from '../layer/engine.js';
import { SYSCALL } from '../layer/event.js';
import type { DetachOption } from '../layer/option.js';
import { recordBarrier } from '../options/record-barrier.js';
import { exiting } from '../scenarios/exit-function.js';
import { type DetachSizes, type DetachWorld, watching } from '../scenarios/world.js';

/** The tracer's reference to its own module. */
interface Reference {
  readonly name: string;
  held: boolean;
}

const ownReference: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'own-reference',
  title: 'A callback detaches and gives the module back; then the module is unloaded',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const reference = shared<Reference>({ name: 'reference', held: true });
    const callbacks: Callbacks = { ...watching, event: (_task, engine) => leaveAndPut(engine, reference) };
    return exiting(option, sizes, [{ flags: SYSCALL, callbacks }], () => awaitLastPut(reference));
  },
};

function leaveAndPut(engine: Engine, reference: Reference): Action {
  useData(engine);
  reference.held = false;
  return 'detach';
}

/** What keeps the exit function from running, until nothing is left for it to do. */
function awaitLastPut(reference: Reference): boolean {
  when(!reference.held);
  return true;
}

export const lastPutFromOwnText: Mutant<DetachOption, DetachWorld> = {
  id: 'C14',
  title: 'A module gives back the last reference to itself',
  source: 'SystemTap, a comment at uprobe_put_process in uprobes2',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: ownReference,
  caughtBy: 'lifetime/text',
};
