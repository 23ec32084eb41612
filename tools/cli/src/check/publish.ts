/** Puts the result of a check where the user wants it: on standard output, and in files. */
import { join, resolve } from 'node:path';
import {
  type CheckReport,
  type Judgement,
  junitXml,
  projectReport,
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

export async function publish(
  checked: readonly Checked[],
  request: CheckRequest,
  root: string,
  world: World,
): Promise<void> {
  const reports = checked.map(({ report }) => report);
  if (request.json === true) await world.stdout.write(reportJson(projectReport(reports)));
  else {
    const colour = isColoured(world.stdout, world);
    const texts = checked.map(({ report, diagnostics }) => {
      const findings = diagnosticsText(diagnostics, root, world.stdout, world);
      const text = renderReport(report, { colour, allTraces: request.allTraces === true });
      return findings === '' ? text : `${findings}\n${text}`;
    });
    await world.stdout.write(texts.join('\n\n'));
  }
  if (request.junit !== undefined) world.disk.write(resolve(world.cwd, request.junit), junitXml(reports));
  if (request.traces !== undefined)
    await writeTraces(checked, request.allTraces === true, request.traces, world);
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
