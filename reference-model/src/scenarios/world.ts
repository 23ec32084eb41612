/** What every scenario of this model builds, and the parts that most of them are built from. */
import { atomic, type Process, type World } from '@quiesce/checker/language';
import type { Callbacks } from '../layer/callbacks.js';
import { newContexts } from '../layer/context.js';
import { newData, useData } from '../layer/data.js';
import { type Engine, newEngine, type Release } from '../layer/engine.js';
import { QUIESCE, SYSCALL } from '../layer/event.js';
import type { Module } from '../layer/module.js';
import { dataUsed } from '../layer/observations.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, runTarget } from '../layer/target.js';
import { newTask, type Task, type Thread } from '../layer/task.js';
import { plainTraits, type Traits } from '../layer/traits.js';

/** How large a scenario is: traced tasks, engines on each of them, and system calls that each task makes. */
export interface DetachSizes {
  readonly [size: string]: number;
  readonly tasks: number;
  readonly engines: number;
  readonly events: number;
}

export interface DetachWorld extends World {
  readonly tasks: readonly Task[];
  /** Of all tasks, in attach order, task by task. */
  readonly engines: readonly Engine[];
  /** Whether the owners free an engine's data as soon as the contract allows it. */
  readonly freesData: boolean;
  /** The threads that detach from outside. */
  readonly owners: readonly Thread[];
  readonly module: Module;
}

/** What the tracer has attached before the story begins. */
export interface Cast {
  readonly tasks: readonly Task[];
  readonly engines: readonly Engine[];
  readonly module: Module;
  readonly owners: readonly Thread[];
}

/** One engine that a scenario attaches to each of its tasks. */
export interface Part {
  readonly flags: number;
  readonly callbacks: Callbacks;
  readonly release?: Release;
  /** It is attached in the story, and not before. */
  readonly later?: boolean;
}

/** Tasks, each with one engine for each part, in this order; each owner holds its reference to each engine. */
export function newCast(
  option: DetachOption,
  sizes: DetachSizes,
  parts: readonly Part[],
  module: Module,
  owners: readonly Thread[],
): Cast {
  return newCastWith(plainTraits, option, sizes, parts, module, owners);
}

/** The same, for tasks to which more can happen. */
export function newCastWith(
  traits: Traits,
  option: DetachOption,
  sizes: DetachSizes,
  parts: readonly Part[],
  module: Module,
  owners: readonly Thread[],
): Cast {
  return newCastEach(traits, option, sizes, () => parts, module, owners);
}

/** The same, for tasks that differ in what is attached to them; `partsOf` gives each task, by its index, as many parts. */
export function newCastEach(
  traits: Traits,
  option: DetachOption,
  sizes: DetachSizes,
  partsOf: (task: number) => readonly Part[],
  module: Module,
  owners: readonly Thread[],
): Cast {
  const enginesOf = (task: number): readonly Engine[] =>
    partsOf(task).map((part, index) =>
      newEngine(`E${task * partsOf(task).length + index}`, {
        flags: part.flags | option.ownerWants,
        callbacks: part.callbacks,
        data: newData(),
        module,
        ownerReferences: option.ownerReferences * owners.length,
        release: part.release ?? null,
        later: part.later === true,
      }),
    );
  const names = Array.from({ length: sizes.tasks }, (_, index) => `T${index}`);
  const contexts = newContexts(names);
  const all = names.map((name, index) =>
    newTask(traits, name, enginesOf(index), sizes.events, contexts[index]!),
  );
  return { module, owners, tasks: all, engines: all.flatMap((task) => task.engines) };
}

/** The processes of the traced tasks. */
export function targets(option: DetachOption, cast: Cast, crew: Crew): readonly Process[] {
  return cast.tasks.map((task) => ({
    name: task.name,
    body: () => runTarget(option, task, crew),
  }));
}

/** Callbacks that look at their data and let the task go on, but stop it if their owner has asked for that. */
export const watching: Callbacks = {
  quiesce: (_task, engine) => {
    const asked = atomic(() => {
      dataUsed(engine);
      return engine.data.stopAsked;
    });
    return asked ? 'stop' : 'resume';
  },
  event: (_task, engine) => {
    useData(engine);
    return 'resume';
  },
  death: (_task, engine) => {
    useData(engine);
    return 'resume';
  },
  reap: (_task, engine) => {
    useData(engine);
  },
};

/** `count` engines that watch, each wanting system calls; every other one, beginning with the first, quiesce as well. */
export function watchers(count: number): readonly Part[] {
  return Array.from({ length: count }, (_, index) => ({
    flags: index % 2 === 0 ? QUIESCE | SYSCALL : SYSCALL,
    callbacks: watching,
  }));
}
