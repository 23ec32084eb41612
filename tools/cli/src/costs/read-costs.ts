/** What was measured of the options, as `quiesce.json` names the file. */
import { resolve } from 'node:path';
import { ToolError } from '@quiesce/contract';
import { type CostReport, parseCostReport } from '@quiesce/kernel';
import type { Project } from '../project.js';
import type { World } from '../world.js';

/** Null where the project names no file. A `ToolError` if what it names is not a report. */
export function readCosts({ root, config }: Project, { disk }: World): CostReport | null {
  const { costs } = config;
  if (costs === undefined) return null;
  const read = parseCostReport(disk.read(resolve(root, costs)));
  if (read.ok) return read.costs;
  throw new ToolError(`Unexpected costs in ${costs}: ${read.reason}`, {
    hint: 'Mend the file, or take "costs" out of quiesce.json.',
  });
}
