/** How a path is named in messages. */
import { isAbsolute, relative, sep } from 'node:path';

/** Relative to the project's root, with `/`; absolute where it is outside. */
export function shownPath(root: string, path: string): string {
  const inside = relative(root, path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return path;
  return inside.split(sep).join('/');
}
