/** A thread that does tasks, one after the other: its model comes as text when it starts, so that it reads no file. */
import { parentPort, workerData } from 'node:worker_threads';
import { assert, loadModel } from '@quiesce/checker';
import type { FromWorker, ToWorker, WorkerModel } from './messages.js';
import { doTask } from './task.js';

const { entry, files } = workerData as WorkerModel;
const texts = new Map(files.map(({ path, text }) => [path, text]));
const loaded = loadModel(entry, { read: (path) => texts.get(path) });
assert(loaded.ok, 'the main thread has loaded the same texts');
const { program } = loaded;

const port = parentPort;
assert(port !== null, 'this file is only run as a worker thread');
const send = (message: FromWorker): void => port.postMessage(message);

port.on('message', ({ index, task }: ToWorker) => {
  const result = doTask(program, task, (states) => send({ kind: 'progress', index, states }));
  send({ kind: 'done', index, result });
});
