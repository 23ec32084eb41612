/** Where a text of the editor belongs: to the project around it, under the name that findings give it. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ToolError } from '@quiesce/contract';
import type { Disk } from '../disk.js';
import { findConfig } from '../find-config.js';
import { shownPath } from '../shown-path.js';

export interface Location {
  /** Absolute; undefined for a text that is in no project, or in no file. */
  readonly root: string | undefined;
  /** Relative to the root; absolute outside of a project; the uri itself where there is no file. */
  readonly file: string;
}

export function locate(uri: string, disk: Disk): Location {
  const path = pathOf(uri);
  if (path === undefined) return { root: undefined, file: uri };
  const config = configAbove(dirname(path), disk);
  if (config === undefined) return { root: undefined, file: path };
  const root = dirname(config);
  return { root, file: shownPath(root, path) };
}

/** A folder that may not be read is in no project. */
function configAbove(folder: string, disk: Disk): string | undefined {
  try {
    return findConfig(folder, disk);
  } catch (error) {
    if (error instanceof ToolError) return undefined;
    throw error;
  }
}

/** Undefined for a text that was never saved, and for what is on no disk of ours. */
function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
