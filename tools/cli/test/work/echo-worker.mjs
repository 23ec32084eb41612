/** Stands for a worker in the test of the pool: answers at once, or does what the task's key says. */
import { parentPort, workerData } from 'node:worker_threads';

parentPort.on('message', ({ index, task }) => {
  if (task.key === 'throw') throw new Error('a bug');
  if (task.key === 'range') throw new RangeError('Array buffer allocation failed');
  if (task.key === 'exit') process.exit(3);
  parentPort.postMessage({ kind: 'progress', index, states: 10 });
  parentPort.postMessage({ kind: 'done', index, result: `${workerData.entry} ${task.key}` });
});
