/** What every scenario of global tracing builds, and the parts that most of them are built from. */
import type { Process, World } from '@quiesce/checker/language';
import { type Action, type Callback, type Client, type Data, newClient, useData } from '../layer/client.js';
import { CLONE } from '../layer/event.js';
import { type Module, newModule } from '../layer/module.js';
import type { GlobalOption } from '../layer/option.js';
import { newRegistry, type Registry } from '../layer/registry.js';
import { runTask } from '../layer/target.js';
import { newTask, newThread, type Task, type Thread } from '../layer/task.js';

/** How large a scenario is: traced tasks, each on its own processor, and events that each of them reports. */
export interface GlobalSizes {
  readonly [size: string]: number;
  readonly tasks: number;
  readonly events: number;
}

export interface GlobalWorld extends World {
  readonly registry: Registry;
  readonly clients: readonly Client[];
  readonly tasks: readonly Task[];
  /** The threads that call from outside. */
  readonly callers: readonly Thread[];
}

/** Who is there before the story begins: each client has a slot. */
export type Cast = Omit<GlobalWorld, 'processes'>;

export function newCast(
  { tasks: count, events }: GlobalSizes,
  callbacks: readonly Callback[],
  callers: number,
  mask = CLONE,
): Cast {
  const tasks = Array.from({ length: count }, (_, cpu) => newTask(`T${cpu}`, cpu, events, true));
  return castOf(tasks, callbacks, callers, mask);
}

/** One client for each callback, each in a module of its own. */
export function castOf(
  tasks: readonly Task[],
  callbacks: readonly Callback[],
  callers: number,
  mask: number,
): Cast {
  const clients = callbacks.map((callback, index) => {
    const module: Module = newModule(`M${index}`, tasks.length);
    return newClient(`C${index}`, module, callback);
  });
  return {
    registry: newRegistry(clients, mask, tasks),
    clients,
    tasks,
    callers: Array.from({ length: callers }, (_, index) => newThread(`D${index}`)),
  };
}

/** The processes of the traced tasks. */
export function targets(option: GlobalOption, { registry, tasks }: Cast): readonly Process[] {
  return tasks.map((task) => ({ name: task.name, body: () => runTask(option, registry, task) }));
}

/** The processes of the callers, the first of which is 0. */
export function callers(cast: Cast, body: (caller: Thread, index: number) => void): readonly Process[] {
  return cast.callers.map((caller, index) => ({ name: caller.name, body: () => body(caller, index) }));
}

/** A callback that looks at its data. */
export function watch(task: Task, client: Client, data: Data): Action {
  useData(task, client, data);
  return 'resume';
}
