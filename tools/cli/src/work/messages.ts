/** What the main thread and its workers say to each other. */
import type { ModelFile } from '../model.js';
import type { Task, TaskResult } from './task.js';

export interface WorkerModel {
  readonly entry: string;
  readonly files: readonly ModelFile[];
}

export interface ToWorker {
  readonly index: number;
  readonly task: Task;
}

export type FromWorker =
  | { readonly kind: 'progress'; readonly index: number; readonly states: number }
  | { readonly kind: 'done'; readonly index: number; readonly result: TaskResult };
