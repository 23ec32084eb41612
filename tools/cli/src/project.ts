/** The project that a command works on: found by its `quiesce.json`, upwards from where the user stands. */
import { dirname, resolve } from 'node:path';
import { type ProjectConfig, parseProjectConfig } from '@quiesce/conformance';
import { ToolError } from '@quiesce/contract';
import { configName, findConfig } from './find-config.js';
import { Refusal } from './refusal.js';
import { shownPath } from './shown-path.js';
import type { World } from './world.js';

export { shownPath };

export interface Project {
  /** Absolute. */
  readonly root: string;
  readonly config: ProjectConfig;
}

/** `configPath`: as the user gave it; absent: the nearest one upwards. */
export function readProject(world: World, configPath?: string): Project {
  const project = findProject(world, configPath);
  if (project !== undefined) return project;
  throw new ToolError(`Cannot find ${configName} in ${world.cwd} or in a folder above it`, {
    hint: `Go to the project's folder, or name the file with --config. The smallest one is { "rfc": "rfc", "model": "src/index.ts" }; quiesce new --init writes it.`,
  });
}

/** The same; undefined if there is no project here. */
export function findProject(world: World, configPath?: string): Project | undefined {
  const path = configPath === undefined ? findConfig(world.cwd, world.disk) : resolve(world.cwd, configPath);
  if (path === undefined) return undefined;
  const root = dirname(path);
  const text = world.disk.read(path);
  const file = shownPath(root, path);
  const read = parseProjectConfig(text, file);
  if (!read.ok) throw new Refusal(read.diagnostics, root);
  return { root, config: read.config };
}
