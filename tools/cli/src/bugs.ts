/** `quiesce bugs`: explores the mutants of the project's models, and their options beside them, and prints the list. */
import { buildReport, judge, planMutants, projectReport, renderBugs, reportJson } from '@quiesce/conformance';
import { nearestWord, ToolError } from '@quiesce/contract';
import { type Checked, writeTraces } from './check/publish.js';
import { openWorkshop } from './check/workshop.js';
import { readDocuments } from './documents.js';
import { type Part, readParts } from './parts.js';
import { type Project, readProject } from './project.js';
import type { ExitCode } from './run.js';
import { isColoured, type World } from './world.js';

export interface BugsRequest {
  /** None: all. */
  readonly ids: readonly string[];
  readonly json?: boolean;
  readonly allTraces?: boolean;
  /** A folder. */
  readonly traces?: string;
  readonly useCache: boolean;
  readonly config?: string;
}

export async function bugs(request: BugsRequest, world: World): Promise<ExitCode> {
  const project = readProject(world, request.config);
  const parts = readParts(project, readDocuments(project, [], world), world);
  known(request.ids, parts);
  const checked: Checked[] = [];
  for (const part of parts) {
    const wanted = wantedIn(part, request.ids);
    if (wanted.length > 0) checked.push(await checkBugs(part, wanted, project, request, world));
  }
  const reports = checked.map(({ report }) => report);
  const text = { colour: isColoured(world.stdout, world), allTraces: request.allTraces === true };
  await world.stdout.write(
    request.json === true
      ? reportJson(projectReport(reports))
      : reports.map((report) => renderBugs(report, text)).join('\n\n'),
  );
  if (request.traces !== undefined) await writeTraces(checked, true, request.traces, world);
  return reports.every(({ summary }) => summary.findings === 0) ? 0 : 1;
}

function wantedIn({ model }: Part, ids: readonly string[]): readonly string[] {
  const { mutants, unmodelled } = model.description;
  const all = [...mutants, ...unmodelled].map(({ id }) => id);
  return ids.length === 0 ? all : all.filter((id) => ids.includes(id));
}

async function checkBugs(
  part: Part,
  ids: readonly string[],
  project: Project,
  request: BugsRequest,
  world: World,
): Promise<Checked> {
  const { documents, model } = part;
  const { memoryModel, maxStates, maxMegabytes, maxStoryNodes } = project.config.defaults;
  const { mutants, unmodelled } = model.description;
  const asked = {
    ...model.description,
    mutants: mutants.filter(({ id }) => ids.includes(id)),
    unmodelled: unmodelled.filter(({ id }) => ids.includes(id)),
  };
  const workshop = openWorkshop(project, part, request.useCache, world);
  const cells = planMutants(asked, { memoryModel, bounds: { maxStates, maxMegabytes } }, ids);
  const evidence = await workshop.explore(cells);
  const judgement = judge({ model: asked, clauses: [], options: [], evidence, whole: false });
  const stories = await workshop.tellStories(judgement, 'all', maxStoryNodes);
  workshop.close();
  const report = buildReport({
    documents: documents.map(({ document }) => document),
    model: model.entry,
    selection: request.ids.length === 0 ? [] : [`bug ${ids.join(', ')}`],
    rest: null,
    judgement,
    stories,
    diagnostics: [],
  });
  return { part, report, diagnostics: [], judgement, stories };
}

function known(ids: readonly string[], parts: readonly Part[]): void {
  const all = parts.flatMap((part) => wantedIn(part, []));
  const lost = ids.find((id) => !all.includes(id));
  if (lost === undefined) return;
  const near = nearestWord(lost, all);
  const list = all.length === 0 ? 'There is no bug.' : `There are: ${all.join(', ')}.`;
  throw new ToolError(`Unexpected bug ${JSON.stringify(lost)}`, {
    hint: near === undefined ? list : `Did you mean ${near}?`,
  });
}
