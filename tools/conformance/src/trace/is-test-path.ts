/** Whether a path is one of those that the project calls tests. */
import type { TraceInput } from './traced.js';

export function isTestPath(path: string, { testPaths = [] }: Pick<TraceInput, 'testPaths'>): boolean {
  return testPaths.some((folder) => isInside(folder, path));
}

/** Whether a path is that of a folder, or of something in it. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
