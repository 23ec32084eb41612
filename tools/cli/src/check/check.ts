/**
 * `quiesce check`: holds patches and tests against the RFCs, checks these against the models, prints the report, writes the files that were
 * asked for, and keeps the report for `show`.
 */
import { projectReport } from '@quiesce/conformance';
import { readDocuments } from '../documents.js';
import { keepLastCheck } from '../last-check.js';
import { readProject } from '../project.js';
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { checkLinks } from './check-links.js';
import { checkProject } from './check-project.js';
import type { CheckRequest } from './check-request.js';
import { publish } from './publish.js';

export async function check(request: CheckRequest, world: World): Promise<ExitCode> {
  const project = readProject(world, request.config);
  const documents = readDocuments(project, request.rfcs, world);
  const links = checkLinks(project, documents, world);
  const checked = await checkProject(request, world, project, documents);
  const report = projectReport(
    checked.map((one) => one.report),
    links.report,
  );
  await publish({ checked, links, report }, request, project.root, world);
  const note = request.useCache ? keepLastCheck(checked, request, project, world) : undefined;
  if (note !== undefined) await world.stderr.write(`quiesce: note: ${note}\n`);
  return report.summary.findings === 0 ? 0 : 1;
}
