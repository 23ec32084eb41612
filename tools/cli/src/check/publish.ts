/** Puts the result of a check where the user wants it: on standard output, and in files. */
import { join, resolve } from 'node:path';
import {
  type CheckReport,
  type Judgement,
  junitXml,
  type ProjectReport,
  renderLinks,
  renderReport,
  reportJson,
  type Stories,
  storyName,
  traceFileName,
  wantedStories,
} from '@quiesce/conformance';
import type { Diagnostic } from '@quiesce/contract';
import type { Part } from '../parts.js';
import { diagnosticsText } from '../show-diagnostics.js';
import { isColoured, type World } from '../world.js';
import type { CheckedLinks } from './check-links.js';
import type { CheckRequest } from './check-request.js';

/** A part of the project, with all that was found out about it. */
export interface Checked {
  readonly part: Part;
  readonly report: CheckReport;
  /** Those of the report, with all that is needed to show them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly judgement: Judgement;
  readonly stories: Stories;
}

/** All that a check has found out. */
export interface CheckResult {
  readonly checked: readonly Checked[];
  readonly links: CheckedLinks;
  readonly report: ProjectReport;
}

export async function publish(
  result: CheckResult,
  request: CheckRequest,
  root: string,
  world: World,
): Promise<void> {
  const { checked, report } = result;
  const text = request.json === true ? reportJson(report) : resultText(result, request, root, world);
  await world.stdout.write(text);
  if (request.junit !== undefined) world.disk.write(resolve(world.cwd, request.junit), junitXml(report));
  if (request.traces !== undefined)
    await writeTraces(checked, request.allTraces === true, request.traces, world);
}

function resultText(
  { checked, links }: CheckResult,
  request: CheckRequest,
  root: string,
  world: World,
): string {
  const colour = isColoured(world.stdout, world);
  const texts = checked.map(({ report, diagnostics }) =>
    joined([
      diagnosticsText(diagnostics, root, world.stdout, world),
      renderReport(report, { colour, allTraces: request.allTraces === true }),
    ]),
  );
  return joined([
    texts.join('\n\n'),
    diagnosticsText(links.diagnostics, root, world.stdout, world),
    renderLinks(links.report),
  ]);
}

/** With a blank line between texts that end with a line feed each. */
function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

/** Each part of several has a folder of its own: two models may have options and scenarios of the same names. */
export async function writeTraces(
  checked: readonly Checked[],
  all: boolean,
  folder: string,
  { cwd, disk, stderr }: World,
): Promise<void> {
  const written = checked.flatMap(({ part, judgement, stories }) =>
    wantedStories(judgement, all ? 'all' : 'promises').flatMap((wanted) => {
      const story = stories.get(storyName(wanted));
      if (story?.kind !== 'story') return [];
      const path = join(part.label ?? '', traceFileName(wanted));
      disk.write(resolve(cwd, folder, path), story.trace);
      return [path];
    }),
  );
  await stderr.write(`quiesce: ${written.length} traces written to ${folder}\n`);
}
