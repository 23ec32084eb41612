/** `quiesce site`: checks the project and writes its pages. */
import { join, resolve } from 'node:path';
import { ToolError } from '@quiesce/contract';
import { renderSite, type SiteCheck } from '@quiesce/site';
import { checkProject } from '../check/check-project.js';
import type { CheckRequest } from '../check/check-request.js';
import { readDocuments } from '../documents.js';
import { type Project, readProject } from '../project.js';
import { readReport } from '../read-report.js';
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { siteChecks, siteInput } from './site-input.js';

export interface SiteRequest extends Pick<CheckRequest, 'rfcs' | 'core' | 'useCache' | 'config'> {
  /** The folder of the site. */
  readonly output: string;
  /** A file that `quiesce check --json` has written: its verdicts are shown, and nothing is explored. */
  readonly report?: string;
}

/** A folder with this file was made here, and is replaced. */
const marker = '.quiesce-site';

export async function site(request: SiteRequest, world: World): Promise<ExitCode> {
  const project = readProject(world, request.config);
  const folder = resolve(world.cwd, request.output);
  // Before the long work: whoever named the wrong folder should not have to wait for it.
  requireOwn(folder, request.output, world);
  const read = readDocuments(project, request.rfcs, world);
  const documents = request.rfcs.length === 0 ? read : read.filter(({ isAsked }) => isAsked);
  const checks = await readChecks(request, project, world);
  const files = renderSite(await siteInput(project, documents, checks, world));
  world.disk.replaceFolder(folder, [...files, { path: marker, text: markerText }]);
  await world.stderr.write(`quiesce: ${files.length} files written to ${request.output}\n`);
  await world.stdout.write(`${join(request.output, 'index.html')}\n`);
  return 0;
}

const markerText = 'Made by quiesce site, which replaces this folder as a whole.\n';

function requireOwn(folder: string, shown: string, { disk }: World): void {
  const names = disk.listIfThere(folder) ?? [];
  if (names.length === 0 || names.includes(marker)) return;
  throw new ToolError(
    `Cannot write the site to ${shown}: the folder holds files that quiesce site did not write`,
    {
      hint: 'Name another folder with --output, or empty this one.',
    },
  );
}

async function readChecks(
  request: SiteRequest,
  project: Project,
  world: World,
): Promise<readonly SiteCheck[]> {
  // A report has no traces: the pages show its column tables.
  if (request.report !== undefined)
    return readReport(request.report, world).checks.map((report) => ({ report, traces: new Map() }));
  const { rfcs, core = false, useCache, config } = request;
  const settings = {
    rfcs,
    core,
    useCache,
    stories: 'each' as const,
    ...(config === undefined ? {} : { config }),
  };
  return siteChecks(await checkProject(settings, world, project));
}
