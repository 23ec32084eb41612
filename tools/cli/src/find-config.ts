/** The configuration of the project that a folder is in. */
import { dirname, join } from 'node:path';
import type { Disk } from './disk.js';

export const configName = 'quiesce.json';

/** The path of the nearest one, in the folder or above it; undefined if there is none. */
export function findConfig(start: string, disk: Disk): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (disk.listIfThere(folder)?.includes(configName) === true) return join(folder, configName);
    if (folder === dirname(folder)) return undefined;
  }
}
