/** `quiesce check`: checks the project, prints the report, writes the files that were asked for, and keeps the report for `show`. */
import { keepLastCheck } from '../last-check.js';
import { readProject } from '../project.js';
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { checkProject } from './check-project.js';
import type { CheckRequest } from './check-request.js';
import { publish } from './publish.js';

export async function check(request: CheckRequest, world: World): Promise<ExitCode> {
  const project = readProject(world, request.config);
  const checked = await checkProject(request, world, project);
  await publish(checked, request, project.root, world);
  const note = request.useCache ? keepLastCheck(checked, request, project, world) : undefined;
  if (note !== undefined) await world.stderr.write(`quiesce: note: ${note}\n`);
  return checked.every(({ report }) => report.summary.findings === 0) ? 0 : 1;
}
