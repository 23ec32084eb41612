/** `quiesce objections`: what reviewers hold against RFCs, and what became of it. */
import {
  filterObjections,
  type ListedObjection,
  objectionsJson,
  renderObjections,
} from '@quiesce/conformance';
import { nearestWord, type ObjectionState, objectionStates, ToolError } from '@quiesce/contract';
import { numberFindings, type ReadDocument, readDocuments } from '../documents.js';
import { type Project, readProject } from '../project.js';
import type { ExitCode } from '../run.js';
import { diagnosticsText } from '../show-diagnostics.js';
import { isColoured, type World } from '../world.js';
import { findRfcs } from './find-rfcs.js';
import { firstRevisionOf, readSent } from './history.js';

export interface ObjectionsRequest {
  /** By number or path; none: those that are in force. */
  readonly rfcs: readonly string[];
  readonly open?: boolean;
  readonly state?: readonly string[];
  readonly clause?: readonly string[];
  readonly json?: boolean;
  readonly config?: string;
}

export async function objections(request: ObjectionsRequest, world: World): Promise<ExitCode> {
  const { json, open, clause } = request;
  const project = readProject(world, request.config);
  const read = readDocuments(project, [], world);
  const twice = numberFindings(read);
  if (twice.length > 0) await world.stderr.write(diagnosticsText(twice, project.root, world.stderr, world));
  const documents = findRfcs(request.rfcs, { project, documents: read }, world);
  const all = documents.flatMap((one) => listedIn(one, project, world));
  const clauses = clause?.map((id) => knownClause(id, documents));
  const states = statesOf(request);
  const listed = filterObjections(all, {
    ...(states === undefined ? {} : { states }),
    ...(clauses === undefined ? {} : { clauses }),
  });
  const colour = isColoured(world.stdout, world);
  await world.stdout.write(
    json === true ? objectionsJson(listed) : renderObjections(listed, all.length, colour),
  );
  return open === true && listed.some(({ objection }) => objection.state === 'open') ? 1 : 0;
}

function listedIn(
  { document, rfc }: ReadDocument,
  project: Project,
  world: World,
): readonly ListedObjection[] {
  if (rfc.objections.length === 0) return [];
  const sent = readSent(rfc, project, world);
  const listed = { ...document, objections: rfc.objections };
  return rfc.objections.map((objection) => ({
    objection,
    document: listed,
    since: firstRevisionOf(objection.id, sent),
    isAgeKnown: sent.sent.length > 0,
  }));
}

function statesOf({ open, state }: ObjectionsRequest): readonly ObjectionState[] | undefined {
  const wanted = [...(open === true ? ['open'] : []), ...(state ?? [])];
  return wanted.length === 0 ? undefined : wanted.map(knownState);
}

function knownState(word: string): ObjectionState {
  const states = Object.keys(objectionStates) as readonly ObjectionState[];
  const found = states.find((state) => state === word);
  if (found !== undefined) return found;
  const near = nearestWord(word, states);
  throw new ToolError(`Unexpected state ${JSON.stringify(word)}, expected ${states.join(', ')}`, {
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

function knownClause(id: string, documents: readonly ReadDocument[]): string {
  const clauses = documents.flatMap(({ document }) => document.clauses);
  const found = clauses.find((clause) => clause.id === id) ?? clauses.find(({ was }) => was.includes(id));
  if (found !== undefined) return found.id;
  const near = nearestWord(
    id,
    clauses.map((clause) => clause.id),
  );
  throw new ToolError(`Unexpected clause ${JSON.stringify(id)}`, {
    hint: near === undefined ? 'quiesce show --short lists all clauses.' : `Did you mean ${near}?`,
  });
}
