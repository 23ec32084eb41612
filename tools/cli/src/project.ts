/** The project that a command works on: found by its `quiesce.json`, upwards from where the user stands. */
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type ProjectConfig, parseProjectConfig } from '@quiesce/conformance';
import { ToolError } from '@quiesce/contract';
import { Refusal } from './refusal.js';
import type { World } from './world.js';

const configName = 'quiesce.json';

export interface Project {
  /** Absolute. */
  readonly root: string;
  readonly config: ProjectConfig;
}

/** `configPath`: as the user gave it; absent: the nearest one upwards. */
export function readProject(world: World, configPath?: string): Project {
  const path = configPath === undefined ? findConfig(world) : resolve(world.cwd, configPath);
  const root = dirname(path);
  const text = world.disk.read(path);
  const file = shownPath(root, path);
  const read = parseProjectConfig(text, file);
  if (!read.ok) throw new Refusal(read.diagnostics, root);
  return { root, config: read.config };
}

/** How a path is named in messages: relative to the project's root, with `/`; absolute where it is outside. */
export function shownPath(root: string, path: string): string {
  const inside = relative(root, path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return path;
  return inside.split(sep).join('/');
}

function findConfig({ cwd, disk }: World): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, configName);
    if (disk.listIfThere(folder)?.includes(configName) === true) return path;
    if (folder === dirname(folder)) break;
  }
  throw new ToolError(`Cannot find ${configName} in ${cwd} or in a folder above it`, {
    hint: `Go to the project's folder, or name the file with --config. The smallest one is { "rfc": "rfc", "model": "src/index.ts" }.`,
  });
}
