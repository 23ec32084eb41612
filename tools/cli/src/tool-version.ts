/**
 * A version of the tools that changes whenever the code that explores does, so that no result of other code is ever taken from the
 * cache: the number in package.json stays the same while one works on the checker.
 */
import { fileURLToPath } from 'node:url';
import type { Disk } from './disk.js';

/** The digest of the code that explores, which the build leaves beside it. */
export function toolVersion(disk: Disk): string {
  return disk.read(fileURLToPath(new URL('./digest.txt', import.meta.url))).trim();
}
