/** All that is known of the clauses of a project, read once for a command. */
import {
  isInForce,
  type LastVerdict,
  lastVerdict,
  type TracedClause,
  type TraceInput,
  traceClauses,
} from '@quiesce/conformance';
import type { ClauseContent } from '@quiesce/contract';
import { numberFindings, type ReadDocument, readDocuments } from '../documents.js';
import { readLastCheck } from '../last-check.js';
import { type Project, readProject } from '../project.js';
import { diagnosticsText } from '../show-diagnostics.js';
import { readTraceSources, traceInput } from '../trace/read-trace.js';
import type { World } from '../world.js';

export interface Known {
  readonly project: Project;
  readonly documents: readonly ReadDocument[];
  readonly input: TraceInput;
  /** Of all RFCs, those in force first: an id may stand in an RFC and in its successor. */
  readonly clauses: readonly TracedClause[];
  readonly verdictOf: (clause: ClauseContent) => LastVerdict | undefined;
}

/** What could not be read is told on standard error. */
export async function readKnown(world: World, config?: string): Promise<Known> {
  const project = readProject(world, config);
  const lastCheck = readLastCheck(project, world);
  const sources = readTraceSources(project, lastCheck, world);
  for (const note of [...lastCheck.notes, ...sources.notes])
    await world.stderr.write(`quiesce: note: ${note}\n`);
  const read = readDocuments(project, [], world);
  const documents = [
    ...read.filter(({ document }) => isInForce(document)),
    ...read.filter(({ document }) => !isInForce(document)),
  ];
  const twice = numberFindings(read);
  if (twice.length > 0) await world.stderr.write(diagnosticsText(twice, project.root, world.stderr, world));
  const input = traceInput(
    documents.map((one) => ({ ...one, isAsked: true })),
    sources,
  );
  return {
    project,
    documents,
    input,
    clauses: traceClauses(input),
    verdictOf: (clause) => lastVerdict(lastCheck.checks, clause),
  };
}
