/** The disk as an editor sees it: with the texts that it has not saved yet. */
import type { Disk } from '../disk.js';

/** `open`: by absolute path. */
export function openOver(open: ReadonlyMap<string, string>, disk: Disk): Disk {
  return {
    ...disk,
    read: (path) => open.get(path) ?? disk.read(path),
    readIfThere: (path) => open.get(path) ?? disk.readIfThere(path),
  };
}
