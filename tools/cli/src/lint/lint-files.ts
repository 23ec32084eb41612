/** Which texts are linted, how strictly, and against what past and what project. */
import { resolve } from 'node:path';
import { isInForce } from '@quiesce/conformance';
import { type Diagnostic, ToolError } from '@quiesce/contract';
import { type Mode, type ProjectNames, parseRfc, type Rfc } from '@quiesce/rfc';
import { documentOf, rfcPaths } from '../documents.js';
import { type Project, shownPath } from '../project.js';
import { readRevisions } from '../revisions.js';
import type { World } from '../world.js';
import type { LintRequest } from './lint-request.js';

/** A text to be linted. */
export interface LintFile {
  /** As messages name it. */
  readonly file: string;
  /** Absolute; absent for standard input. */
  readonly path?: string;
  readonly text: string;
  /** The RFC as it was first read. */
  readonly rfc: Rfc;
  /** What is wrong with it before any rule is asked. */
  readonly diagnostics: readonly Diagnostic[];
  readonly mode: Mode;
  readonly history?: readonly Rfc[];
  readonly names?: ProjectNames;
}

/** How messages name standard input. */
export const standardInput = '<stdin>';

/** In the order in which they were named; those of a project in the order of their names. */
export async function readLintFiles(
  { files, mode }: LintRequest,
  project: Project | undefined,
  world: World,
): Promise<readonly LintFile[]> {
  const known = project === undefined ? [] : rfcPaths(project, world);
  if (project === undefined && files.length === 0)
    throw new ToolError('Cannot find quiesce.json here or in a folder above, and no file is named', {
      hint: 'Name a file, or - for standard input.',
    });
  if (project !== undefined && files.length === 0) refuseMissingFolder(project, world);
  const named =
    files.length === 0 ? known : files.map((word) => (word === '-' ? '-' : resolve(world.cwd, word)));
  const names = project === undefined ? undefined : namesOf(project, known, world);
  const read: LintFile[] = [];
  for (const path of new Set(named)) {
    const text = path === '-' ? await world.stdin() : world.disk.read(path);
    const file = path === '-' ? standardInput : shownPath(project?.root ?? world.cwd, path);
    const { rfc, diagnostics } = parseRfc(file, text);
    const document = documentOf(rfc);
    // What nobody promises any more is linted where it is named.
    if (files.length === 0 && document !== undefined && !isInForce(document)) continue;
    const own = mode ?? (document === undefined || document.status === 'draft' ? 'draft' : 'review');
    const isOfProject = project !== undefined && known.includes(path);
    // No draft is asked about its past, and reading it takes as long as reading the text.
    const history =
      isOfProject && document !== undefined && own !== 'draft'
        ? readRevisions(project, world, document.number)
        : undefined;
    read.push({
      file,
      ...(path === '-' ? {} : { path }),
      text,
      rfc,
      diagnostics,
      mode: own,
      ...(history === undefined ? {} : { history }),
      ...(isOfProject && names !== undefined ? { names } : {}),
    });
  }
  return read;
}

/** A folder that is not there is a slip in the configuration, and must not pass for one in which all is well. */
function refuseMissingFolder({ root, config }: Project, { cwd, disk }: World): void {
  const folder = resolve(root, config.rfc);
  if (disk.listIfThere(folder) !== undefined) return;
  throw new ToolError(`Cannot find the folder of RFCs ${shownPath(cwd, folder)}`, {
    hint: 'It is the key "rfc" of quiesce.json.',
  });
}

export function namesOf({ root, config }: Project, paths: readonly string[], { disk }: World): ProjectNames {
  const rfcs = new Set(paths.map((path) => Number(/([0-9]{4})-[^/\\]*$/.exec(path)?.[1])));
  const files = config.series === undefined ? [] : (disk.filesIfThere(resolve(root, config.series)) ?? []);
  const patches = files.filter((path) => /\.(?:patch|mbox)$/.test(path));
  if (patches.length === 0) return { rfcs };
  // Whatever stands before a parenthesis in a patch, as a definition, a call or a heading of a hunk.
  const functions = patches.flatMap((path) =>
    Array.from(disk.read(path).matchAll(/\b[A-Za-z_]\w*(?=\()/g), ([name]) => name),
  );
  return { rfcs, functions: new Set(functions) };
}
