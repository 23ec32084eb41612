/**
 * `quiesce check`, stage by stage:
 *
 *     read   configuration, RFCs, model
 *     link   clauses and properties
 *     plan   the cells to explore
 *     work   explore them, and search the stories that a report must show
 *     judge  what they say of the clauses
 *     print  the report, and write the files that were asked for
 */
import { buildReport, isInForce, judge, linkPromises, planCells, shardOf } from '@quiesce/conformance';
import { byPlace } from '@quiesce/contract';
import { readDocuments } from '../documents.js';
import { readModel } from '../model.js';
import { readProject } from '../project.js';
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import type { CheckRequest } from './check-request.js';
import { publish } from './publish.js';
import { narrow } from './selection.js';
import { openWorkshop } from './workshop.js';

export async function check(request: CheckRequest, world: World): Promise<ExitCode> {
  const project = readProject(world, request.config);
  const { root, config } = project;
  const read = readDocuments(project, request.rfcs, world);
  const model = readModel(project, world);

  const heard = read.filter(({ document, isAsked }) => isAsked || isInForce(document));
  const linked = linkPromises(
    heard.map(({ document }) => document),
    model.description,
    model.entry,
  );
  const narrowed = narrow(request, heard, linked.clauses, model.description);

  const { memoryModel, maxStates, maxMegabytes, maxStoryNodes } = config.defaults;
  const bounds = { maxStates, maxMegabytes };
  const planned = planCells(model.description, { memoryModel, bounds }, narrowed.cells);
  const cells = narrowed.shard === undefined ? planned : shardOf(planned, narrowed.shard);

  const workshop = openWorkshop(project, model, request.useCache, world);
  const evidence = await workshop.explore(cells);
  const judgement = judge({ ...narrowed, evidence });
  const stories = await workshop.tellStories(judgement, request.allTraces === true, maxStoryNodes);
  workshop.close();

  const others = read.filter(({ isAsked }) => !isAsked).map(({ document }) => document.file);
  const diagnostics = [...read.flatMap((one) => one.diagnostics), ...linked.diagnostics]
    .filter(({ place }) => !others.includes(place.file))
    .sort(byPlace);
  const report = buildReport({
    documents: narrowed.documents,
    model: model.entry,
    selection: narrowed.words,
    judgement,
    stories,
    diagnostics,
  });
  await publish({ request, root, report, diagnostics, judgement, stories }, world);
  return report.summary.findings === 0 ? 0 : 1;
}
