/** Puts the result of a check where the user wants it: on standard output, and in files. */
import { join, resolve } from 'node:path';
import {
  type CheckReport,
  type Judgement,
  junitXml,
  renderReport,
  reportJson,
  type Stories,
  storyName,
  traceFileName,
  wantedStories,
} from '@quiesce/conformance';
import type { Diagnostic } from '@quiesce/contract';
import { diagnosticsText } from '../show-diagnostics.js';
import { isColoured, type World } from '../world.js';
import type { CheckRequest } from './check-request.js';

export interface Checked {
  readonly request: CheckRequest;
  readonly root: string;
  readonly report: CheckReport;
  /** Those of the report, with all that is needed to show them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly judgement: Judgement;
  readonly stories: Stories;
}

export async function publish(checked: Checked, world: World): Promise<void> {
  const { request, root, report, diagnostics } = checked;
  if (request.json === true) await world.stdout.write(reportJson(report));
  else {
    const findings = diagnosticsText(diagnostics, root, world.stdout, world);
    const colour = isColoured(world.stdout, world);
    const text = renderReport(report, { colour, allTraces: request.allTraces === true });
    await world.stdout.write(findings === '' ? text : `${findings}\n${text}`);
  }
  if (request.junit !== undefined) world.disk.write(resolve(world.cwd, request.junit), junitXml(report));
  if (request.traces !== undefined) await writeTraces(checked, resolve(world.cwd, request.traces), world);
}

async function writeTraces(
  { request, judgement, stories }: Checked,
  folder: string,
  { disk, stderr }: World,
): Promise<void> {
  const written = wantedStories(judgement, request.allTraces === true).flatMap((wanted) => {
    const story = stories.get(storyName(wanted));
    if (story?.kind !== 'story') return [];
    const name = traceFileName(wanted);
    disk.write(join(folder, name), story.trace);
    return [name];
  });
  await stderr.write(`quiesce: ${written.length} traces written to ${request.traces}\n`);
}
