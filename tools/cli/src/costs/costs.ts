/** `quiesce costs`: what was measured of the options of an RFC, as the RFC says it; `--write` lets the RFC say it. */
import { type Edit, ToolError } from '@quiesce/contract';
import { type Project, readProject } from '../project.js';
import { Refusal } from '../refusal.js';
import { type ChosenRfc, chooseRfc } from '../revise/choose-rfc.js';
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { allCostLines, costFindings, costParts, readCostLines } from './cost-parts.js';

export interface CostsRequest {
  /** A number or a path; absent: the only RFC of the project. */
  readonly rfc?: string;
  readonly write?: boolean;
  readonly config?: string;
}

export async function costs(request: CostsRequest, world: World): Promise<ExitCode> {
  const project = readProject(world, request.config);
  const chosen = chooseRfc(request.rfc, project, world);
  if (request.write === true) return write(chosen, project, world);
  const texts = allCostLines(chosen.rfc, readCostLines(project, world))
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`);
  await world.stdout.write(texts.join('\n'));
  return 0;
}

async function write({ path, rfc }: ChosenRfc, project: Project, world: World): Promise<ExitCode> {
  const { file, text } = rfc.source;
  const parts = costParts([rfc], () => readCostLines(project, world));
  if (parts.length === 0)
    throw new ToolError(`Cannot find a place for costs in ${file}`, {
      hint: 'Write the comments <!-- costs --> and <!-- end of costs --> where they are to stand, each on a line of its own; those of others are <!-- published costs -->.',
    });
  if (parts.some(({ part }) => part.inside === undefined))
    throw new Refusal(costFindings(parts.filter(({ part }) => part.inside === undefined)), project.root);
  const edits = parts.flatMap(({ edit }) => (edit === undefined ? [] : [edit]));
  if (edits.length > 0) world.disk.write(path, edited(text, edits));
  if (edits.length > 0) await world.stdout.write(`${file}: costs written\n`);
  else await world.stderr.write('quiesce: nothing to do: all of it is there already\n');
  return 0;
}

/** No two of them touch. */
function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text);
}
