/** `quiesce trace`: which clauses are linked to what, in both directions, and what became stale. */
import { resolve } from 'node:path';
import {
  confirmLinks,
  type FarEnd,
  farEnds,
  isUnlinked,
  type LinkedFrom,
  linksOf,
  printConfirmations,
  renderFarEnd,
  renderStaleClause,
  renderTracedClause,
  renderTraceTable,
  type TracedClause,
  type TraceInput,
  traceClauses,
  traceFindings,
  traceReport,
  traceReportJson,
  traceSummary,
} from '@quiesce/conformance';
import { byPlace, type Diagnostic, ToolError } from '@quiesce/contract';
import { numberFindings, readDocuments } from '../documents.js';
import { readLastCheck } from '../last-check.js';
import { type Project, readProject } from '../project.js';
import { Refusal } from '../refusal.js';
import type { ExitCode } from '../run.js';
import { diagnosticsText } from '../show-diagnostics.js';
import type { World } from '../world.js';
import { type Asked, askedFor } from './asked.js';
import { confirmationPath, readTraceSources, traceInput } from './read-trace.js';

export interface TraceRequest {
  /** Ids of clauses, or what names a far end; none: everything. */
  readonly words: readonly string[];
  readonly stale?: boolean;
  readonly unlinked?: boolean;
  readonly backward?: boolean;
  readonly confirm?: boolean;
  /** Where no word says which links are to be confirmed. */
  readonly all?: boolean;
  readonly json?: boolean;
  readonly config?: string;
}

export async function trace(request: TraceRequest, world: World): Promise<ExitCode> {
  requireOneMeaning(request);
  const project = readProject(world, request.config);
  const lastCheck = readLastCheck(project, world);
  const sources = readTraceSources(project, lastCheck, world);
  const documents = readDocuments(project, [], world);
  const input = traceInput(documents, sources);
  for (const note of [...lastCheck.notes, ...sources.notes])
    await world.stderr.write(`quiesce: note: ${note}\n`);
  const all = traceClauses(input);
  const ends = farEnds(input, all);
  const asked = askedFor(request.words, all, ends, project, world);
  if (request.confirm === true) {
    if (sources.diagnostics.length > 0) throw new Refusal(sources.diagnostics, project.root);
    return confirm(asked, request.words.length === 0, all, input, project, world);
  }
  const diagnostics = [
    ...sources.diagnostics,
    ...sources.seriesDiagnostics,
    ...numberFindings(documents),
    ...traceFindings(input),
  ].sort(byPlace);
  return show(narrowed(request, asked, input), diagnostics, request, project, world);
}

/** What would be dropped without a word is an error, and so is confirming all links by having forgotten to name one. */
function requireOneMeaning({ words, stale, unlinked, backward, confirm, all, json }: TraceRequest): void {
  const asked = [
    ...(stale === true ? ['--stale'] : []),
    ...(unlinked === true ? ['--unlinked'] : []),
    ...(backward === true ? ['--backward'] : []),
    ...(confirm === true ? ['--confirm'] : []),
  ];
  if (asked.length > 1)
    throw new ToolError(`Unexpected options together: ${asked.join(', ')}`, {
      hint: 'Each asks for something else: run the command once for each.',
    });
  if (confirm !== true) {
    if (all !== true) return;
    throw new ToolError('Unexpected --all without --confirm', {
      hint: 'Without words, all clauses are shown.',
    });
  }
  if (json === true)
    throw new ToolError('Unexpected options together: --confirm, --json', {
      hint: 'Confirm first, and print afterwards.',
    });
  if (words.length === 0 && all !== true)
    throw new ToolError('Unexpected end of the arguments, expected what is confirmed', {
      hint: 'Name clauses or what they are linked to, or add --all if all links were compared.',
    });
  if (words.length > 0 && all === true)
    throw new ToolError(`Unexpected ${JSON.stringify(words[0])} with --all, expected one of them`, {
      hint: 'Leave --all out to confirm the links of what is named.',
    });
}

/** The clauses that are stale, or have nothing in some column. */
function narrowed({ stale, unlinked, words }: TraceRequest, asked: Asked, input: TraceInput): Asked {
  const isWanted = (one: TracedClause): boolean =>
    (stale !== true || linksOf(one).some((link) => link.stale)) &&
    (unlinked !== true || isUnlinked(one, input));
  if (stale !== true && unlinked !== true) return asked;
  const clauses = [...asked.clauses, ...asked.ends.flatMap(({ links }) => links.map(({ from }) => from))];
  return { clauses: [...new Set(words.length === 0 ? asked.clauses : clauses)].filter(isWanted), ends: [] };
}

async function show(
  { clauses, ends }: Asked,
  diagnostics: readonly Diagnostic[],
  request: TraceRequest,
  { root }: Project,
  world: World,
): Promise<ExitCode> {
  const { json, stale, unlinked, backward } = request;
  const isGate = stale === true || unlinked === true;
  const foundSome = isGate && clauses.length > 0;
  const code = foundSome || diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  if (json === true) {
    await world.stdout.write(traceReportJson(traceReport(clauses, ends, diagnostics)));
    return code;
  }
  const blocks = backward === true ? ends.map(renderFarEnd) : forward(clauses, ends, request);
  const findings = diagnosticsText(diagnostics, root, world.stdout, world);
  const text = `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
  await world.stdout.write(findings === '' ? text : `${findings}\n${text}`);
  return code;
}

type Lines = readonly string[];

function forward(
  clauses: readonly TracedClause[],
  ends: readonly FarEnd[],
  { words, stale, unlinked }: TraceRequest,
): readonly Lines[] {
  const summary = traceSummary(clauses);
  if (clauses.length === 0 && ends.length > 0 && words.length > 0) return ends.map(renderFarEnd);
  if (clauses.length === 0 && stale === true) return [['No link is stale.']];
  if (clauses.length === 0) return [[unlinked === true ? 'No clause is without links.' : 'No clause.']];
  if (stale === true) return [...clauses.map(renderStaleClause), summary];
  if (words.length === 0) return [renderTraceTable(clauses), summary];
  return [...clauses.map(renderTracedClause), ...ends.map(renderFarEnd), summary];
}

async function confirm(
  { clauses, ends }: Asked,
  isAll: boolean,
  all: readonly TracedClause[],
  { confirmations }: TraceInput,
  project: Project,
  world: World,
): Promise<ExitCode> {
  const links: readonly LinkedFrom[] = [
    ...clauses.flatMap((from) => linksOf(from).map((link) => ({ from, link }))),
    ...ends.flatMap((end) => end.links),
  ];
  const result = confirmLinks(confirmations, all, isAll ? undefined : links);
  const path = confirmationPath(project);
  if (result.fresh > 0 || result.dropped > 0)
    world.disk.write(resolve(project.root, path), printConfirmations(result.confirmations));
  const dropped = result.dropped === 0 ? '' : `, ${result.dropped} dropped that are no more`;
  await world.stdout.write(`${path}: ${result.fresh} confirmed${dropped}\n`);
  return 0;
}
