/** A model of a project, read from disk, together with the texts that it was made from. */
import { resolve } from 'node:path';
import { describeModel, loadModel, type ModelDescription, type Program } from '@quiesce/checker';
import { ToolError } from '@quiesce/contract';
import type { Project } from './project.js';
import { Refusal } from './refusal.js';
import type { World } from './world.js';

export interface ModelFile {
  /** Relative to the project's root. */
  readonly path: string;
  readonly text: string;
}

export interface ReadModel {
  readonly entry: string;
  readonly program: Program;
  readonly description: ModelDescription;
  /** All files that were read: what is said of the model depends on these alone. */
  readonly files: readonly ModelFile[];
}

/** `entry`: one of those that the configuration names. */
export function readModel({ root }: Project, entry: string, { disk }: Pick<World, 'disk'>): ReadModel {
  const files = new Map<string, ModelFile>();
  const read = (path: string): string | undefined => {
    const text = disk.readIfThere(resolve(root, path));
    if (text !== undefined) files.set(path, { path, text });
    return text;
  };
  if (read(entry) === undefined)
    throw new ToolError(`Cannot read ${entry}: there is no such file`, {
      hint: 'It is the "model" that quiesce.json names.',
    });
  const loaded = loadModel(entry, { read });
  if (!loaded.ok) throw new Refusal(loaded.diagnostics, root);
  const described = describeModel(loaded.program);
  if (!described.ok) throw new Refusal(described.diagnostics, root);
  return {
    entry,
    program: loaded.program,
    description: described.model,
    files: [...files.values()],
  };
}
