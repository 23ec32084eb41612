/**
 * A check, stage by stage, without a word of it printed:
 *
 *     read   configuration, RFCs, models
 *     link   clauses and properties
 *     plan   the cells to explore
 *     work   explore them, and search the stories that a report must show
 *     judge  what they say of the clauses
 *
 * From link to judge, each model with its RFCs is done by itself.
 */
import { buildReport, judge, planCells, shardOf } from '@quiesce/conformance';
import { type ReadDocument, readDocuments } from '../documents.js';
import { type Project, readProject } from '../project.js';
import type { World } from '../world.js';
import type { CheckRequest } from './check-request.js';
import { linkProject } from './link-project.js';
import type { Checked } from './publish.js';
import { type Narrowed, narrow } from './selection.js';
import { openWorkshop } from './workshop.js';

/** One for each model that is asked about. What is in the cache is not explored again; progress is told on stderr. */
export async function checkProject(
  request: CheckRequest,
  world: World,
  project: Project = readProject(world, request.config),
  documents: readonly ReadDocument[] = readDocuments(project, request.rfcs, world),
): Promise<readonly Checked[]> {
  const linked = linkProject(project, documents, world);
  const checked: Checked[] = [];
  for (const narrowed of narrow(request, linked, project.config))
    checked.push(await checkPart(narrowed, project, request, world));
  return checked;
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
  const choice = request.stories ?? (request.allTraces === true ? 'all' : 'promises');
  const stories = await workshop.tellStories(judgement, choice, maxStoryNodes);
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
