/** One task with one engine, as a scenario would build them, for tests that run the layer as ordinary TypeScript. */
import type { Action, Callbacks } from '../src/layer/callbacks.js';
import type { Engine } from '../src/layer/engine.js';
import { newModule } from '../src/layer/module.js';
import type { DetachOption } from '../src/layer/option.js';
import { newThread, type Task, type Thread } from '../src/layer/task.js';
import { plainTraits, type Traits } from '../src/layer/traits.js';
import { newCastWith } from '../src/scenarios/world.js';

export interface Sample {
  readonly task: Task;
  readonly engines: readonly Engine[];
  readonly owner: Thread;
  /** What was called, in order: `E0 quiesce`. */
  readonly calls: readonly string[];
}

/** `masks`: the mask of each engine, in attach order. `answer` is what every callback gives. */
export function newSample(
  option: DetachOption,
  masks: readonly number[],
  answer: (call: string) => Action = () => 'resume',
): Sample {
  return build(plainTraits, option, masks, 0, answer);
}

/** The same, with `later` more engines that are not attached yet. */
export function newGrowing(
  option: DetachOption,
  masks: readonly number[],
  later: number,
  answer: (call: string) => Action = () => 'resume',
): Sample {
  return build({ ...plainTraits, grows: true }, option, masks, later, answer);
}

/** The same, with a task that can be freed. */
export function newFreed(option: DetachOption, masks: readonly number[]): Sample {
  return build({ ...plainTraits, freed: true }, option, masks, 0, () => 'resume');
}

function build(
  traits: Traits,
  option: DetachOption,
  masks: readonly number[],
  later: number,
  answer: (call: string) => Action,
): Sample {
  const calls: string[] = [];
  const noting =
    (occasion: string) =>
    (_task: Task, engine: Engine): Action => {
      const call = `${engine.name} ${occasion}`;
      calls.push(call);
      return answer(call);
    };
  const callbacks: Callbacks = {
    quiesce: noting('quiesce'),
    event: noting('event'),
    death: noting('death'),
    reap: noting('reap'),
  };
  const owner = newThread('D0');
  const parts = [
    ...masks.map((flags) => ({ flags, callbacks })),
    ...Array.from({ length: later }, () => ({ flags: 0, callbacks, later: true })),
  ];
  const sizes = { tasks: 1, engines: parts.length, events: 1 };
  const cast = newCastWith(traits, option, sizes, parts, newModule('M'), [owner]);
  return { task: cast.tasks[0]!, engines: cast.engines, owner, calls };
}
