/**
 * What a mail tells of an RFC besides its text: a check that is made now, through the cache, or one that was made before and is of
 * this text.
 *
 * Searching the runs of all that some option does not promise takes longer than the check. So a second check asks for the
 * runs of those clauses alone that are wanted; its cells come from the cache of the first.
 */
import { type CheckReport, reportOfRfc } from '@quiesce/conformance';
import type { Diagnostic } from '@quiesce/contract';
import { checkProject } from '../check/check-project.js';
import type { CheckRequest } from '../check/check-request.js';
import type { ReadDocument } from '../documents.js';
import type { Project } from '../project.js';
import { readReport, unexpectedReport } from '../read-report.js';
import type { World } from '../world.js';
import type { MailRequest } from './mail.js';

export interface Findings {
  readonly report: CheckReport;
  /** Of the texts, and of what they are linked to. Undefined where the report does not have them as they are now. */
  readonly diagnostics: readonly Diagnostic[] | undefined;
}

interface Room {
  /** Of the RFC; absolute. */
  readonly path: string;
  readonly project: Project;
  readonly world: World;
}

/** Undefined where only the text is asked for. */
export async function findings(
  request: MailRequest,
  asked: ReadDocument,
  room: Room,
): Promise<Findings | undefined> {
  if (request.report !== undefined) return readFindings(request.report, request.clause, asked, room.world);
  if (!request.check) return undefined;
  const { clause, runs, allTraces } = request;
  // Who asks for some clauses wants their runs.
  const first = await checkRfc(request, clause, allTraces === true || clause !== undefined, room);
  if (runs === undefined || first === undefined) return first;
  const second = await checkRfc(request, runs, true, room);
  const told = second?.report.clauses ?? [];
  const clauses = first.report.clauses.map((one) => told.find(({ id }) => id === one.id) ?? one);
  return { ...first, report: { ...first.report, clauses } };
}

async function checkRfc(
  { core, useCache }: MailRequest,
  clause: readonly string[] | undefined,
  allTraces: boolean,
  { path, project, world }: Room,
): Promise<Findings | undefined> {
  const request: CheckRequest = {
    rfcs: [path],
    useCache,
    allTraces,
    ...(clause === undefined ? {} : { clause }),
    ...(core === undefined ? {} : { core }),
  };
  const [only] = await checkProject(request, world, project);
  return only === undefined ? undefined : { report: only.report, diagnostics: only.diagnostics };
}

function readFindings(
  path: string,
  clause: readonly string[] | undefined,
  { document }: ReadDocument,
  world: World,
): Findings {
  const { checks } = readReport(path, world);
  const own = reportOfRfc(checks, document, clause);
  if (!own.ok) throw unexpectedReport(path, `it ${own.reason}`);
  return { report: own.report, diagnostics: undefined };
}
