/**
 * `quiesce mail`, stage by stage:
 *
 *     choose  the RFC
 *     check   it anew, through the cache; or take a report
 *     render  text and line map
 *     try     the text through git
 *     write   it, and what the author should know on standard error
 */
import { resolve } from 'node:path';
import { type MailContent, mailContents, mailParts } from '@quiesce/conformance';
import { displayText, nearestWord, ToolError } from '@quiesce/contract';
import { checkRfc, mailMapJson, mailWidth, type Rfc, renderMail } from '@quiesce/rfc';
import { documentOf, type ReadDocument } from '../documents.js';
import { type Project, readProject, shownPath } from '../project.js';
import { Refusal } from '../refusal.js';
import { chooseRfc } from '../revise/choose-rfc.js';
import type { ExitCode } from '../run.js';
import { diagnosticsText } from '../show-diagnostics.js';
import type { World } from '../world.js';
import { findings } from './findings.js';
import { roundTrip } from './round-trip.js';

export interface MailRequest {
  /** A number or a path; absent: the only RFC in force. */
  readonly rfc?: string;
  readonly output?: string;
  readonly map?: string;
  /** Only these, with their runs. */
  readonly clause?: readonly string[];
  /** Clauses of which all runs are shown. */
  readonly runs?: readonly string[];
  /** Absent: all that there is. */
  readonly with?: readonly string[];
  /** False: the text alone, without a check. */
  readonly check: boolean;
  readonly report?: string;
  readonly core?: boolean;
  readonly allTraces?: boolean;
  readonly useCache: boolean;
  readonly config?: string;
}

export async function mail(request: MailRequest, world: World): Promise<ExitCode> {
  refuseDropped(request);
  const project = readProject(world, request.config);
  const contents = contentsOf(request.with);
  const { path } = chooseRfc(request.rfc, project, world);
  const asked = readAsked(path, project, world);
  const { rfc, document } = asked;
  knownClauses([...(request.clause ?? []), ...(request.runs ?? [])], rfc);

  const lost =
    !request.check || isCheckAsked(request) ? undefined : missingModel(document.number, project, world);
  const found = lost === undefined ? await findings(request, asked, { path, project, world }) : undefined;
  const runsOf = request.allTraces === true ? 'all' : [...(request.clause ?? []), ...(request.runs ?? [])];
  const wishes = { contents, runsOf, width: mailWidth } as const;
  const parts = found === undefined ? [] : mailParts(found.report, wishes);
  const only = request.clause === undefined ? {} : { clauses: request.clause };
  const rendered = renderMail(rfc, parts, only);
  const tried = await roundTrip(rendered.text, world);
  if (tried.kind === 'differs') {
    const { line, sent, received } = tried.difference;
    throw new ToolError(
      `Cannot make a mail of ${document.file}: git does not give back line ${line} (${tried.how}): ${shown(sent)} comes out as ${shown(received)}`,
      { hint: 'Write that line of the RFC in another way. Nothing was written.' },
    );
  }

  const told = [...(found?.diagnostics ?? asked.diagnostics), ...rendered.diagnostics];
  await world.stderr.write(diagnosticsText(told, project.root, world.stderr, world));
  const say = (text: string): Promise<void> => world.stderr.write(`quiesce: ${text}\n`);
  if (lost !== undefined)
    await say(`note: no verdicts, since the model ${lost} is not there; --no-check makes the text alone`);
  if (tried.kind === 'not-tried') await say('note: there is no git here, so the text was not tried with it');
  const { number, revision, title, file } = document;
  const map = mailMapJson({ file, number, revision }, rendered);
  if (request.map !== undefined) world.disk.write(resolve(world.cwd, request.map), map);
  if (request.output === undefined) await world.stdout.write(rendered.text);
  else {
    world.disk.write(resolve(world.cwd, request.output), rendered.text);
    await say(`${rendered.map.length} lines written to ${request.output}`);
  }
  await say(`subject: [RFC${revision === 1 ? '' : ` v${revision}`}] ${displayText(title)}`);
  return told.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Only this one: another that is broken keeps nobody from its text. */
function readAsked(path: string, { root }: Project, { disk }: World): ReadDocument {
  const { rfc, diagnostics } = checkRfc(shownPath(root, path), disk.read(path));
  const document = documentOf(rfc);
  if (document === undefined) throw new Refusal(diagnostics, root);
  return { document, rfc, diagnostics, isAsked: true };
}

/** Of an RFC that is written before its model: the entry file, as the configuration names it. */
function missingModel(number: number, { root, config }: Project, { disk }: World): string | undefined {
  const own = config.models.find(({ rfcs }) => rfcs === undefined || rfcs.includes(number));
  return own !== undefined && disk.readIfThere(resolve(root, own.entry)) === undefined
    ? own.entry
    : undefined;
}

/** Whether there is nothing to say without the result of a check. */
function isCheckAsked({ runs, with: contents, allTraces, report }: MailRequest): boolean {
  return runs !== undefined || contents !== undefined || allTraces === true || report !== undefined;
}

/** What is asked of a check is not left out in silence where there is none. */
function refuseDropped({ check, runs, with: contents, allTraces, core, report }: MailRequest): void {
  if (check) return;
  const dropped = [
    ...(runs === undefined ? [] : ['--runs']),
    ...(contents === undefined ? [] : ['--with']),
    ...(allTraces === true ? ['--all-traces'] : []),
    ...(core === true ? ['--core'] : []),
    ...(report === undefined ? [] : ['--report']),
  ];
  if (dropped.length === 0) return;
  throw new ToolError(`Unexpected ${dropped.join(' and ')} with --no-check, which makes the text alone`, {
    hint: 'Leave out --no-check, or what asks for the result of a check.',
  });
}

function contentsOf(words: readonly string[] | undefined): readonly MailContent[] {
  if (words === undefined) return mailContents;
  return words.map((word) => {
    const content = mailContents.find((one) => one === word);
    if (content !== undefined) return content;
    throw new ToolError(`Unexpected content ${JSON.stringify(word)}`, {
      hint: `There are: ${mailContents.join(', ')}.`,
    });
  });
}

function knownClauses(ids: readonly string[], { clauses }: Rfc): void {
  const all = clauses.map(({ id }) => id);
  for (const id of ids) {
    if (all.includes(id)) continue;
    const near = nearestWord(id, all);
    throw new ToolError(`Unexpected clause ${JSON.stringify(id)}`, {
      hint: near === undefined ? `There are: ${all.join(', ')}.` : `Did you mean ${near}?`,
    });
  }
}

function shown(line: string | undefined): string {
  return line === undefined ? 'the end' : JSON.stringify(line);
}
