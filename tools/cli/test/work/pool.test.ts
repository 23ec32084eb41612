import { describe, expect, test } from 'vitest';
import { runInPool } from '../../src/work/pool.js';
import type { Task } from '../../src/work/task.js';

const workerUrl = new URL('./echo-worker.mjs', import.meta.url);

/** The worker of this test looks at keys only. */
const tasksOf = (keys: readonly string[]) => keys.map((key) => ({ key }) as unknown as Task);

async function runKeys(keys: readonly string[], threads: number) {
  const results: unknown[] = [];
  const progress: number[] = [];
  await runInPool(tasksOf(keys), {
    threads,
    workerUrl,
    model: { entry: 'model.ts', files: [] },
    onProgress: (index) => progress.push(index),
    onDone: (index, result) => {
      results[index] = result;
    },
  });
  return { results, progress };
}

describe('runInPool', () => {
  test.each([1, 2, 5])('with %d threads does every task once', async (threads) => {
    const keys = ['a', 'b', 'c', 'd'];
    const { results, progress } = await runKeys(keys, threads);
    expect(results).toEqual(keys.map((key) => `model.ts ${key}`));
    expect(progress.sort()).toEqual([0, 1, 2, 3]);
  });

  test('does nothing for no tasks', async () => {
    expect(await runKeys([], 2)).toEqual({ results: [], progress: [] });
  });

  test.each([
    ['throw', 'Error', 'a bug'],
    ['exit', 'Error', 'a thread ended with code 3'],
    ['range', 'ToolError', 'Cannot explore: out of memory (Array buffer allocation failed)'],
  ])('stops at a thread that does %s', async (key, name, message) => {
    await expect(runKeys(['a', key, 'b'], 2)).rejects.toMatchObject({ name, message });
  });
});
