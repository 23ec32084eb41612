/** `quiesce new`: the file of an RFC that has just begun. */
import { join, resolve } from 'node:path';
import { isOptionName, ToolError } from '@quiesce/contract';
import { newRfcText, titleSlug } from '@quiesce/rfc';
import { rfcPaths } from '../documents.js';
import { findProject, type Project, readProject, shownPath } from '../project.js';
import { fourDigits, listSnapshots } from '../revisions.js';
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { chooseRfc } from './choose-rfc.js';

export interface NewRequest {
  readonly title: string;
  readonly number?: string;
  /** Between commas. */
  readonly options?: string;
  readonly author?: readonly string[];
  readonly list?: readonly string[];
  /** Also write the configuration of a project. */
  readonly init?: boolean;
  readonly dryRun?: boolean;
  readonly config?: string;
}

interface PlannedFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export async function newRfc(request: NewRequest, world: World): Promise<ExitCode> {
  const title = request.title.replace(/\s+/g, ' ').trim();
  if (title === '' || /\p{Cc}/u.test(title))
    throw new ToolError('Unexpected title without any text, expected one line of it', {
      hint: 'Such as: quiesce new "Closing a queue".',
    });
  const start = request.init === true ? newProject(request, world) : undefined;
  const project = start?.project ?? readProject(world, request.config);
  const number = request.number === undefined ? nextNumber(project, world) : numberIn(request.number);
  refuseTaken(number, project, world);
  const text = newRfcText({
    number,
    title,
    options: request.options === undefined ? usualOptions(project, world) : optionsIn(request.options),
    authors: request.author ?? (await authorInGit(project, world)),
    lists: (request.list ?? []).map(addressIn),
  });
  const path = resolve(project.root, project.config.rfc, `${fourDigits(number)}-${titleSlug(title)}.md`);
  const files: readonly PlannedFile[] = [...(start === undefined ? [] : [start.file]), { path, text }];
  for (const file of files) {
    const shown = shownPath(world.cwd, file.path);
    if (request.dryRun === true) await world.stdout.write(`${shown}:\n${file.text}`);
    else {
      world.disk.write(file.path, file.text);
      await world.stdout.write(`${shown}\n`);
    }
  }
  if (!/[a-z0-9]/i.test(title) && titleSlug(title) === 'untitled')
    await world.stderr.write(
      `quiesce: note: the title has no letters of a file name, so the file is ${shownPath(world.cwd, path)}: rename it as you like, but for its first five characters\n`,
    );
  const note = modelNote(project, number, world);
  if (note !== undefined) await world.stderr.write(`quiesce: note: ${note}\n`);
  return 0;
}

function newProject(
  { config }: NewRequest,
  world: World,
): { readonly project: Project; readonly file: PlannedFile } {
  if (config !== undefined)
    throw new ToolError('Unexpected --config together with --init', {
      hint: 'A new project gets its quiesce.json in this folder.',
    });
  const there = findProject(world);
  if (there !== undefined)
    throw new ToolError(`Cannot begin a project: there is one already in ${there.root}`, {
      hint: 'Leave out --init to add an RFC to it.',
    });
  const entry = 'model/index.ts';
  const path = join(world.cwd, 'quiesce.json');
  const defaults = { maxStates: 0, maxMegabytes: 0, maxStoryNodes: 0, memoryModel: 'sc' } as const;
  return {
    project: { root: world.cwd, config: { rfc: 'rfc', models: [{ entry }], defaults } },
    file: { path, text: `${JSON.stringify({ rfc: 'rfc', model: entry }, null, 2)}\n` },
  };
}

/** After all that there are, and all of which something was ever sent. */
function nextNumber(project: Project, world: World): number {
  const numbers = [
    ...rfcPaths(project, world).map((path) => Number(/(\d{4})-[^/\\]*$/.exec(path)?.[1] ?? 0)),
    ...listSnapshots(project, world).map(({ number }) => number),
  ];
  return Math.max(0, ...numbers) + 1;
}

function numberIn(text: string): number {
  if (/^[0-9]{1,4}$/.test(text) && Number(text) > 0) return Number(text);
  throw new ToolError(`Unexpected --number ${JSON.stringify(text)}, expected a number from 1 to 9999`);
}

function refuseTaken(number: number, project: Project, world: World): void {
  const name = new RegExp(`(?:^|[/\\\\])${fourDigits(number)}-[^/\\\\]*$`);
  const taken = rfcPaths(project, world).find((path) => name.test(path));
  if (taken === undefined && listSnapshots(project, world).some((one) => one.number === number))
    throw new ToolError(
      `Cannot write RFC ${number}: another one of this number was sent, and is kept in revisions`,
      {
        hint: 'Leave out --number to get the next one that is free.',
      },
    );
  if (taken === undefined && number <= 9999) return;
  throw new ToolError(
    taken === undefined
      ? 'Cannot number an RFC: names of files have room for four digits'
      : `Cannot write RFC ${number}: it is there already, in ${shownPath(world.cwd, taken)}`,
    { hint: 'Leave out --number to get the next one that is free.' },
  );
}

function optionsIn(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !isOptionName(name));
  if (wrong === undefined && new Set(names).size === names.length) return names;
  throw new ToolError(
    wrong === undefined
      ? `Unexpected --options ${JSON.stringify(text)}, which name the same twice`
      : `Unexpected option ${JSON.stringify(wrong)}, expected a lower-case word of letters, digits and dashes`,
    { hint: 'Such as: --options locked,lock-free.' },
  );
}

/** Those of the last RFC: where one model is behind all of them, its options are the same. */
function usualOptions(project: Project, world: World): readonly string[] {
  const [last] = rfcPaths(project, world).toReversed();
  const isShared = project.config.models.every(({ rfcs }) => rfcs === undefined);
  if (last === undefined || !isShared) return ['proposed'];
  const { declaredOptions = [] } = chooseRfc(last, project, world).rfc;
  return declaredOptions.length === 0 ? ['proposed'] : declaredOptions.map(({ value }) => value);
}

function addressIn(text: string): string {
  if (/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/.test(text)) return text;
  throw new ToolError(`Unexpected --list ${JSON.stringify(text)}, expected the address of a mailing list`, {
    hint: 'Such as: --list linux-kernel@vger.kernel.org.',
  });
}

/** None where git does not know, or is not there. */
async function authorInGit({ root }: Project, { git }: World): Promise<readonly string[]> {
  try {
    const { status, bytes } = await git(root, ['config', '--get', 'user.name']);
    const name = bytes.toString().trim();
    return status === 0 && name !== '' ? [name] : [];
  } catch (error) {
    if (error instanceof ToolError) return [];
    throw error;
  }
}

/** A check needs a model for each RFC. */
function modelNote({ root, config }: Project, number: number, { disk }: World): string | undefined {
  const choice = config.models.find(({ rfcs }) => rfcs === undefined || rfcs.includes(number));
  if (choice === undefined)
    return `quiesce.json names no model for RFC ${number}: add "${number}" with an entry file under "model" before the next check`;
  if (disk.readIfThere(resolve(root, choice.entry)) !== undefined) return undefined;
  return `there is no model yet: quiesce check looks for it in ${choice.entry}`;
}
