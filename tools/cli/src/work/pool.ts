/** A few threads that share a list of tasks: each takes the next one when it is done with the last. */
import { Worker } from 'node:worker_threads';
import { memoryError } from './memory-error.js';
import type { FromWorker, ToWorker, WorkerModel } from './messages.js';
import type { Task, TaskResult } from './task.js';

export interface Pool {
  readonly threads: number;
  readonly workerUrl: URL;
  readonly model: WorkerModel;
  readonly onProgress: (index: number, states: number) => void;
  /** In the order in which tasks are done, which is another one each time. */
  readonly onDone: (index: number, result: TaskResult) => void;
}

/** Resolves when all tasks are done; the first failure stops all threads. `index` is the position in `tasks`. */
export async function runInPool(tasks: readonly Task[], pool: Pool): Promise<void> {
  const workers: Worker[] = [];
  let next = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(pool.workerUrl, { workerData: pool.model });
      workers.push(worker);
      const giveNext = (): void => {
        const index = next++;
        const task = tasks[index];
        if (task === undefined) resolve();
        else worker.postMessage({ index, task } satisfies ToWorker);
      };
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'progress') pool.onProgress(message.index, message.states);
        else {
          pool.onDone(message.index, message.result);
          giveNext();
        }
      });
      worker.on('error', (error) => reject(memoryError(error)));
      worker.on('exit', (code) => reject(new Error(`a thread ended with code ${code}`)));
      giveNext();
    });
  try {
    await Promise.all(Array.from({ length: Math.min(pool.threads, tasks.length) }, work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
