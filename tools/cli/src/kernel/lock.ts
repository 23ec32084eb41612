/**
 * One process at a time for what only one may change. A lock is a file with the number of the process that holds it; one of a
 * process that is gone does not count.
 */
import { setTimeout } from 'node:timers/promises';
import type { Shop } from './shop.js';

const everyMs = 500;

/** Waits for the others, and says so. */
export async function withLock<T>(
  { world, steps, isDryRun }: Pick<Shop, 'world' | 'steps' | 'isDryRun'>,
  path: string,
  use: () => Promise<T>,
): Promise<T> {
  if (isDryRun) return use();
  const { disk } = world;
  let isTold = false;
  while (!disk.claim(path, String(process.pid))) {
    const holder = Number(disk.readIfThere(path));
    if (Number.isInteger(holder) && holder > 0 && !isAlive(holder)) {
      disk.remove(path);
      continue;
    }
    if (!isTold) await steps.begin('WAIT', `for process ${holder}, which holds ${path}`);
    isTold = true;
    await setTimeout(everyMs);
  }
  try {
    return await use();
  } finally {
    disk.remove(path);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
