/** Who registers: a table of callbacks (`struct utrace_engine_ops`), the data they are given, and the module they are in. */
import { atomic, shared } from '@quiesce/checker/language';
import type { Module } from './module.js';
import { dataFreed, dataUsed } from './observations.js';
import type { Task } from './task.js';

/** What a callback answers: go on, or let go of the engine. */
export type Action = 'resume' | 'unregister';

export type Callback = (task: Task, client: Client, data: Data) => Action;

export interface Client {
  readonly name: string;
  /** For all events. Several tasks may be in it at once. */
  readonly callback: Callback;
  readonly data: Data;
  readonly module: Module;
}

export interface Data {
  readonly name: string;
  freed: boolean;
}

export function newClient(name: string, module: Module, callback: Callback): Client {
  const data = shared<Data>({ name: `${name}.data`, freed: false });
  return shared<Client>({ name, callback, data, module });
}

/** An access by a callback, in the text of this client. */
export function useData(task: Task, client: Client, data: Data): void {
  dataUsed(client, data, task);
}

export function freeData(data: Data): void {
  atomic(() => {
    data.freed = true;
    dataFreed(data);
  });
}
