/** The one RFC that a command works on: by its number, by its path, or the only one that there is. */
import { basename, resolve } from 'node:path';
import { isInForce } from '@quiesce/conformance';
import { ToolError } from '@quiesce/contract';
import { parseRfc, type Rfc } from '@quiesce/rfc';
import { rfcPaths } from '../documents.js';
import { type Project, shownPath } from '../project.js';
import type { World } from '../world.js';

export interface ChosenRfc {
  /** Absolute. */
  readonly path: string;
  readonly rfc: Rfc;
}

/** `word`: as the user gave it; absent: the only RFC that is in force. Several are refused with their numbers. */
export function chooseRfc(word: string | undefined, project: Project, world: World): ChosenRfc {
  const isNumber = word !== undefined && /^[0-9]{1,4}$/.test(word);
  if (word !== undefined && !isNumber) return readRfc(resolve(world.cwd, word), project, world);
  const all = rfcPaths(project, world).map((path) => readRfc(path, project, world));
  const own = all.filter(({ rfc }) => (isNumber ? numberOf(rfc) === Number(word) : isOpen(rfc)));
  const [only, second] = own;
  if (only !== undefined && second === undefined) return only;
  const list = all.map(({ rfc }) => `${numberOf(rfc) ?? '?'} (${rfc.source.file})`);
  const there =
    list.length === 0 ? 'There is none in the folder of the project.' : `There are: ${list.join(', ')}.`;
  if (only === undefined)
    throw new ToolError(isNumber ? `Cannot find RFC ${Number(word)}` : 'Cannot find an RFC', { hint: there });
  if (isNumber)
    throw new ToolError(
      `Cannot tell which RFC ${Number(word)} is meant: ${own.map(({ rfc }) => rfc.source.file).join(' and ')} have this number`,
      { hint: 'Give the path of one, and another number to the other.' },
    );
  throw new ToolError('Unexpected command without an RFC where there are several', {
    hint: `Add the number of one of them. ${there}`,
  });
}

function readRfc(path: string, { root }: Project, { disk }: World): ChosenRfc {
  return { path, rfc: parseRfc(shownPath(root, path), disk.read(path)).rfc };
}

function isOpen({ frontMatter }: Rfc): boolean {
  return frontMatter === undefined || isInForce(frontMatter);
}

/** What the front matter says, else the name of the file. */
function numberOf({ frontMatter, source }: Rfc): number | undefined {
  if (frontMatter !== undefined) return frontMatter.rfc;
  const digits = /^([0-9]{4})-/.exec(basename(source.file))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
