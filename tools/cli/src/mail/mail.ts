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
import { nearestWord, ToolError } from '@quiesce/contract';
import { mailMapJson, mailWidth, type Rfc, renderMail } from '@quiesce/rfc';
import { readDocuments } from '../documents.js';
import { readProject } from '../project.js';
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
  const project = readProject(world, request.config);
  const contents = contentsOf(request.with);
  const { path } = chooseRfc(request.rfc, project, world);
  const asked = readDocuments(project, [path], world).find(({ isAsked }) => isAsked)!;
  const { rfc, document } = asked;
  knownClauses([...(request.clause ?? []), ...(request.runs ?? [])], rfc);

  const found = await findings(request, asked, { path, project, world });
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
  if (tried.kind === 'not-tried') await say('note: there is no git here, so the text was not tried with it');
  const { number, revision, title, file } = document;
  const map = mailMapJson({ file, number, revision }, rendered);
  if (request.map !== undefined) world.disk.write(resolve(world.cwd, request.map), map);
  if (request.output === undefined) await world.stdout.write(rendered.text);
  else {
    world.disk.write(resolve(world.cwd, request.output), rendered.text);
    await say(`${rendered.map.length} lines written to ${request.output}`);
  }
  await say(`subject: [RFC${revision === 1 ? '' : ` v${revision}`}] ${title}`);
  return told.some(({ severity }) => severity === 'error') ? 1 : 0;
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
