/**
 * Which RFCs a comparison is about, and the two texts of each. An RFC is known by the number in its front matter, which is
 * looked for with a glance at each text: only those that are compared are parsed.
 */
import { basename, resolve } from 'node:path';
import { type Diagnostic, ToolError } from '@quiesce/contract';
import { parseRfc, type Rfc } from '@quiesce/rfc';
import { rfcName } from '../documents.js';
import { type Project, shownPath } from '../project.js';
import { fourDigits, listAt, listSnapshots, readAt, readFollowed } from '../revisions.js';
import type { World } from '../world.js';
import { type Side, snapshotsThere } from './side.js';

/** An RFC on one side. `name`: of the side, absent where the RFC is not there. */
export interface SideText {
  readonly name: string | undefined;
  readonly rfc: Rfc;
  /** What is wrong with the text itself; none where the RFC is not there. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface TextPair {
  readonly before: SideText;
  readonly after: SideText;
}

/** All pairs, by number: of two that are the same nothing but the model can differ. `number`: the RFC that the user has asked for. */
export async function readPairs(
  before: Side,
  after: Side,
  number: number | undefined,
  project: Project | undefined,
  world: World,
): Promise<readonly TextPair[]> {
  if (before.kind === 'text' && after.kind === 'text')
    return [{ before: parsed(before, before), after: parsed(after, after) }];
  if (project === undefined)
    throw new ToolError('Cannot compare with a revision outside of a project: there is no quiesce.json', {
      hint: 'Give two files, or REVISION:PATH as git has it.',
    });
  const asked = numberAskedFor([before, after], number);
  const [old, present] = [await readTexts(before, project, world), await readTexts(after, project, world)];
  const numbers = asked === undefined ? numbersIn([before, old], [after, present], project, world) : [asked];
  const pairs: TextPair[] = [];
  for (const one of numbers) {
    const left = await textOf(one, before, old, project, world);
    const right = await textOf(one, after, present, project, world);
    const lost = left === undefined ? before : after;
    if ((left === undefined || right === undefined) && (asked !== undefined || left === right))
      throw new ToolError(
        `Cannot find RFC ${one} in ${lost.kind === 'work-tree' ? 'the work tree' : lost.name}`,
        {
          hint:
            lost.kind === 'snapshot'
              ? snapshotsThere(project, world)
              : 'Give another revision, or the path of a file.',
        },
      );
    pairs.push({
      before: parsed(before, left ?? nothing(right)),
      after: parsed(after, right ?? nothing(left)),
    });
  }
  return pairs;
}

interface Text {
  readonly file: string;
  /** Undefined where the side does not have the RFC: it is then compared with an empty one. */
  readonly text: string | undefined;
}

function nothing(other: Text | undefined): Text {
  return { file: other?.file ?? '', text: undefined };
}

function parsed({ name }: Side, { file, text }: Text): SideText {
  const { rfc, diagnostics } = parseRfc(file, text ?? '');
  if (text === undefined) return { name: undefined, rfc, diagnostics: [] };
  return { name, rfc, diagnostics };
}

function numberAskedFor(sides: readonly Side[], number: number | undefined): number | undefined {
  const named = sides.flatMap((side) => {
    if (side.kind !== 'text') return side.number === undefined ? [] : [side.number];
    const own = numberOf(side);
    if (own !== undefined) return [own];
    throw new ToolError(
      `Cannot tell which RFC ${side.file} is: its front matter has no number that can be read`,
      { hint: 'Mend it, or give two files.' },
    );
  });
  const all = [...new Set([...(number === undefined ? [] : [number]), ...named])];
  if (all.length < 2) return all[0];
  throw new ToolError(`Unexpected RFCs ${all.join(' and ')}, expected one`, {
    hint: 'Give the same number on both sides, or two files.',
  });
}

/** As the front matter says, else as the name of the file does. */
function numberOf({ file, text = '' }: Text): number | undefined {
  const end = text.indexOf('\n---', 3);
  const digits =
    /^rfc:[ \t]*([1-9][0-9]*)[ \t\r]*$/m.exec(text.slice(0, Math.max(0, end)))?.[1] ??
    /^([0-9]{4})-.*\.md$/.exec(basename(file))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** All RFCs that a side has in the folder of the RFCs, as it is named today. */
async function readTexts(side: Side, project: Project, world: World): Promise<readonly Text[]> {
  switch (side.kind) {
    case 'text':
      return [side];
    case 'work-tree':
      return workTreeFiles(project, world).map(({ file, path }) => ({ file, text: world.disk.read(path) }));
    case 'snapshot':
      return listSnapshots(project, world)
        .filter(({ revision }) => revision === side.revision)
        .map(({ path }) => ({ file: shownPath(project.root, path), text: world.disk.read(path) }));
    case 'git': {
      const folder = project.config.rfc;
      const names = await listAt(side.revision, folder, world);
      const texts = names
        .filter((name) => rfcName.test(name))
        .map(async (name): Promise<readonly Text[]> => {
          const bytes = await readAt(side.revision, `${folder}/${name}`, world);
          return bytes === undefined ? [] : [textOfGit(side.name, `${folder}/${name}`, bytes)];
        });
      return (await Promise.all(texts)).flat();
    }
  }
}

function textOfGit(name: string, path: string, bytes: Buffer): Text {
  return { file: `${name}:${path}`, text: bytes.toString() };
}

function workTreeFiles(
  { root, config }: Project,
  { disk }: World,
): readonly { readonly file: string; readonly path: string }[] {
  const folder = resolve(root, config.rfc);
  return (disk.listIfThere(folder) ?? [])
    .filter((name) => rfcName.test(name))
    .map((name) => ({ file: shownPath(root, resolve(folder, name)), path: resolve(folder, name) }));
}

/** Of git also one that stood in another folder, under the name from which the present file came. */
async function textOf(
  number: number,
  side: Side,
  texts: readonly Text[],
  project: Project,
  world: World,
): Promise<Text | undefined> {
  const [own, second] = texts.filter((text) => numberOf(text) === number);
  if (own !== undefined && second !== undefined)
    throw new ToolError(`Unexpected RFC ${number}, which ${own.file} and ${second.file} are`, {
      hint: 'Give one of them another number, or give two files to compare.',
    });
  if (own !== undefined || side.kind !== 'git') return own;
  const present = workTreeFiles(project, world).find(({ file, path }) => {
    return numberOf({ file, text: world.disk.read(path) }) === number;
  });
  const found = present === undefined ? undefined : await readFollowed(side.revision, present.file, world);
  return found === undefined ? undefined : textOfGit(side.name, found.path, found.bytes);
}

/** Of all RFCs where nobody has named one. A snapshot is one of an RFC, so there it has to be clear of which. */
function numbersIn(
  before: readonly [Side, readonly Text[]],
  after: readonly [Side, readonly Text[]],
  project: Project,
  world: World,
): readonly number[] {
  for (const [side, texts] of [before, after]) {
    if (side.kind !== 'snapshot') continue;
    const numbers = texts.flatMap((text) => numberOf(text) ?? []);
    if (numbers.length === 1) return numbers;
    if (numbers.length === 0)
      throw new ToolError(`Cannot find the snapshot ${side.name}`, { hint: snapshotsThere(project, world) });
    const choices = numbers.map((number) => `${fourDigits(number)}@${side.name}`);
    throw new ToolError(`Unexpected ${side.name}, which several RFCs have`, {
      hint: `Write ${choices.join(' or ')}, or add --rfc with a number.`,
    });
  }
  const all = [...before[1], ...after[1]].flatMap((text) => numberOf(text) ?? []);
  return [...new Set(all)].sort((a, b) => a - b);
}
