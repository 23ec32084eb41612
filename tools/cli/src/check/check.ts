/**
 * `quiesce check`, stage by stage:
 *
 *     read   configuration, RFCs, models
 *     link   clauses and properties
 *     plan   the cells to explore
 *     work   explore them, and search the stories that a report must show
 *     judge  what they say of the clauses
 *     print  the report, and write the files that were asked for
 *
 * From link to judge, each model with its RFCs is done by itself.
 */
import {
  buildReport,
  isInForce,
  judge,
  linkPromises,
  type MemoryModel,
  planCells,
  secondClauses,
  shardOf,
} from '@quiesce/conformance';
import { byPlace, type Diagnostic } from '@quiesce/contract';
import { readDocuments } from '../documents.js';
import { type Part, readParts } from '../parts.js';
import { type Project, readProject } from '../project.js';
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import type { CheckRequest } from './check-request.js';
import { type Checked, publish } from './publish.js';
import { type LinkedPart, type Narrowed, narrow } from './selection.js';
import { openWorkshop } from './workshop.js';

export async function check(request: CheckRequest, world: World): Promise<ExitCode> {
  const project = readProject(world, request.config);
  const read = readDocuments(project, request.rfcs, world);
  const heard = read.filter(({ document, isAsked }) => isAsked || isInForce(document));
  const second = secondClauses(heard.map(({ document }) => document));
  const linked = readParts(project, read, world).map((part) =>
    linkPart(part, second, project.config.defaults.memoryModel),
  );

  const checked: Checked[] = [];
  for (const narrowed of narrow(request, linked, project.config))
    checked.push(await checkPart(narrowed, project, request, world));
  await publish(checked, request, project.root, world);
  return checked.every(({ report }) => report.summary.findings === 0) ? 0 : 1;
}

/** `second`: findings about the RFCs of all parts together. */
function linkPart(part: Part, second: readonly Diagnostic[], memoryModel: MemoryModel): LinkedPart {
  const { documents, model } = part;
  const linked = linkPromises(
    documents.map(({ document }) => document),
    model.description,
    model.entry,
    memoryModel,
  );
  const others = documents.filter(({ isAsked }) => !isAsked).map(({ document }) => document.file);
  const asked = documents.filter(({ isAsked }) => isAsked).map(({ document }) => document.file);
  const diagnostics = [
    ...documents.flatMap((one) => one.diagnostics),
    ...linked.diagnostics.filter(({ place }) => !others.includes(place.file)),
    ...second.filter(({ place }) => asked.includes(place.file)),
  ].sort(byPlace);
  return { part, clauses: linked.clauses, diagnostics };
}

async function checkPart(
  narrowed: Narrowed,
  project: Project,
  request: CheckRequest,
  world: World,
): Promise<Checked> {
  const { part, documents, diagnostics, cells: selection, shard, words } = narrowed;
  const { memoryModel, maxStates, maxMegabytes, maxStoryNodes } = project.config.defaults;
  const bounds = { maxStates, maxMegabytes };
  const reduction = request.reduce === true ? 'chains' : 'none';
  const planned = planCells(part.model.description, { memoryModel, reduction, bounds }, selection);
  const cells = shard === undefined ? planned : shardOf(planned, shard);

  const workshop = openWorkshop(project, part, request.useCache, world);
  const evidence = await workshop.explore(cells);
  const judgement = judge({ ...narrowed, memoryModel, evidence });
  const stories = await workshop.tellStories(judgement, request.allTraces === true, maxStoryNodes);
  workshop.close();
  const report = buildReport({
    documents,
    model: part.model.entry,
    selection: words,
    rest: narrowed.rest,
    judgement,
    stories,
    diagnostics,
  });
  return { part, report, diagnostics, judgement, stories };
}
