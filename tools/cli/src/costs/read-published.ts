/** Figures of others: the file that the bench of `kernel.json` names. */
import { resolve } from 'node:path';
import { ToolError } from '@quiesce/contract';
import { type Published, parseKernelConfig, parsePublished } from '@quiesce/kernel';
import { type Project, shownPath } from '../project.js';
import { Refusal } from '../refusal.js';
import type { World } from '../world.js';

/** Undefined where the project has none. A file that is not what it should be is a `ToolError`. */
export function readPublished({ root, config }: Project, { disk }: World): Published | undefined {
  if (config.series === undefined) return undefined;
  const folder = resolve(root, config.series);
  const path = resolve(folder, 'kernel.json');
  const text = disk.readIfThere(path);
  if (text === undefined) return undefined;
  const kernel = parseKernelConfig(text, shownPath(root, path));
  if (!kernel.ok) throw new Refusal(kernel.diagnostics, root);
  const named = kernel.value.bench?.published;
  if (named === undefined) return undefined;
  const file = resolve(folder, named);
  const read = parsePublished(disk.read(file));
  if (read.ok) return read.published;
  throw new ToolError(`Unexpected figures in ${shownPath(root, file)}: ${read.reason}`);
}
