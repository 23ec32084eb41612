/**
 * `quiesce bump`: what an RFC says now was sent. It is kept as a snapshot, and the text becomes the next revision.
 *
 * The snapshot is written first. If the second file cannot be, the RFC is what it was, and the same command again finds a
 * snapshot of the same bytes and goes on from there.
 */
import { resolve } from 'node:path';
import { ToolError } from '@quiesce/contract';
import { bumpRfc, checkRfc, diffRfcs, isUnrevised, parseRfc, type Rfc, refreshChanges } from '@quiesce/rfc';
import { rfcPaths } from '../documents.js';
import { type Project, readProject, shownPath } from '../project.js';
import { Refusal } from '../refusal.js';
import { readFollowed, readRevision, snapshotPath } from '../revisions.js';
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { type ChosenRfc, chooseRfc } from './choose-rfc.js';

export interface BumpRequest {
  /** A number or a path; absent: the only RFC of the project. */
  readonly rfc?: string;
  /** A revision of git, where what was sent is not what stands in the work tree. */
  readonly sent?: string;
  readonly refresh?: boolean;
  readonly dryRun?: boolean;
  readonly config?: string;
}

interface PlannedWrite {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** Such as `keep revision 1 of RFC 3`. */
  readonly what: string;
}

export async function bump(request: BumpRequest, world: World): Promise<ExitCode> {
  if (request.sent !== undefined && request.refresh === true)
    throw new ToolError('Unexpected --sent together with --refresh', {
      hint: 'Keep the snapshot first, then refresh the list of changes.',
    });
  const project = readProject(world, request.config);
  const chosen = chooseRfc(request.rfc, project, world);
  refuseOutside(chosen, project, world);
  const { number, revision } = readable(chosen.rfc, project);
  const writes =
    request.refresh === true
      ? planRefresh(chosen, number, revision, project, world)
      : planBump(chosen, await sentText(request.sent, chosen, project, world), project, world);
  if (writes.length === 0) await world.stderr.write('quiesce: nothing to do: all of it is there already\n');
  for (const { path, text, what } of writes) {
    if (request.dryRun !== true) world.disk.write(path, text);
    await world.stdout.write(
      `${shownPath(world.cwd, path)}: ${request.dryRun === true ? 'would ' : ''}${what}\n`,
    );
  }
  return 0;
}

/** Its number may be that of another RFC here, among whose snapshots it would be kept. */
function refuseOutside({ path, rfc }: ChosenRfc, project: Project, world: World): void {
  if (rfcPaths(project, world).includes(path)) return;
  throw new ToolError(`Cannot bump ${rfc.source.file}: it is not among the RFCs of the project`, {
    hint: `They are in ${shownPath(world.cwd, resolve(project.root, project.config.rfc))}, named like 0001-title.md.`,
  });
}

/** The number and the revision of an RFC of which everything could be read. */
function readable(rfc: Rfc, { root }: Project): { readonly number: number; readonly revision: number } {
  const { file, text } = rfc.source;
  // Also one that has bytes which are no UTF-8: what was read of them could not be copied.
  const errors = checkRfc(file, text).diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || rfc.frontMatter === undefined) throw new Refusal(errors, root);
  return { number: rfc.frontMatter.rfc, revision: rfc.frontMatter.revision };
}

/** What was sent: the present text, or the one that git has. */
async function sentText(
  name: string | undefined,
  { rfc }: ChosenRfc,
  project: Project,
  world: World,
): Promise<Rfc> {
  if (name === undefined) return rfc;
  const revision = await readRevision(name, project.root, world);
  const { file } = rfc.source;
  const bytes = (await readFollowed(revision, file, world))?.bytes;
  if (bytes === undefined)
    throw new ToolError(`Cannot find ${file} in ${name}`, {
      hint: 'Give a revision in which the RFC is there: git log --follow lists them.',
    });
  const text = bytes.toString();
  if (!Buffer.from(text).equals(bytes))
    throw new ToolError(`Cannot copy ${file} of ${name}: it has bytes that are no UTF-8`);
  const sent = parseRfc(`${name}:${file}`, text).rfc;
  if (sent.frontMatter !== undefined) return sent;
  throw new ToolError(`Cannot tell the revision of ${sent.source.file}: its front matter cannot be read`, {
    hint: 'Give another revision of git.',
  });
}

function planBump(
  { path, rfc }: ChosenRfc,
  sent: Rfc,
  project: Project,
  world: World,
): readonly PlannedWrite[] {
  const { rfc: number, revision } = rfc.frontMatter!;
  const was = sent.frontMatter!;
  if (was.rfc !== number || was.revision > revision)
    throw new ToolError(
      `Unexpected revision ${was.revision} of RFC ${was.rfc} in ${sent.source.file}, expected one of RFC ${number} up to ${revision}`,
    );
  refuseUnrevised(rfc, number, revision, project, world);
  const kept = planSnapshot(sent, number, was.revision, project, world);
  // An earlier revision that was never kept: the present one is not touched.
  if (was.revision < revision) return kept;
  const what = `raise revision ${revision} to ${revision + 1}, and list the changes`;
  return [...kept, { path, text: bumpRfc(rfc, sent), what }];
}

function planSnapshot(
  { source }: Rfc,
  number: number,
  revision: number,
  project: Project,
  world: World,
): readonly PlannedWrite[] {
  const path = snapshotPath(project, number, revision);
  const there = world.disk.readIfThere(path);
  if (there === source.text) return [];
  if (there === undefined)
    return [{ path, text: source.text, what: `keep revision ${revision} of RFC ${number}` }];
  throw new ToolError(
    `Cannot keep revision ${revision} of RFC ${number}: another text was kept in ${shownPath(world.cwd, path)}`,
    {
      hint: `See quiesce diff ${number}@v${revision}. If that was never sent, remove the file; if it was, raise the revision in the front matter.`,
    },
  );
}

/** Two bumps in a row would make a revision without any news. */
function refuseUnrevised(rfc: Rfc, number: number, revision: number, project: Project, world: World): void {
  const last = snapshotOf(number, revision - 1, project, world);
  if (last === undefined || !isUnrevised(diffRfcs(last, rfc))) return;
  throw new ToolError(`Cannot make a revision of RFC ${number}: it says what v${revision - 1} says`, {
    hint: 'Revise it first; quiesce bump --refresh then fills in the list of changes.',
  });
}

function planRefresh(
  { path, rfc }: ChosenRfc,
  number: number,
  revision: number,
  project: Project,
  world: World,
): readonly PlannedWrite[] {
  const last = snapshotOf(number, revision - 1, project, world);
  if (last === undefined)
    throw new ToolError(
      `Cannot list the changes of RFC ${number}: there is no snapshot of the revision before ${revision}`,
      {
        hint:
          revision === 1
            ? 'This is its first revision; quiesce bump keeps it when it was sent.'
            : `quiesce bump ${number} --sent with a revision of git keeps what was sent as v${revision - 1}.`,
      },
    );
  const text = refreshChanges(rfc, last);
  return text === rfc.source.text ? [] : [{ path, text, what: `list the changes since v${revision - 1}` }];
}

function snapshotOf(number: number, revision: number, project: Project, world: World): Rfc | undefined {
  const path = snapshotPath(project, number, revision);
  const text = revision < 1 ? undefined : world.disk.readIfThere(path);
  return text === undefined ? undefined : parseRfc(shownPath(project.root, path), text).rfc;
}
