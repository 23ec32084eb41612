/** Which RFCs a comparison is about, and the two texts of each. */
import { basename, resolve } from 'node:path';
import { ToolError } from '@quiesce/contract';
import { parseRfc, type Rfc } from '@quiesce/rfc';
import { type Project, shownPath } from '../project.js';
import { fourDigits, listAt, listSnapshots, readAt, readFollowed, snapshotPath } from '../revisions.js';
import type { World } from '../world.js';
import { type Side, snapshotsThere } from './side.js';

/** An RFC on one side. `name`: of the side, absent where the RFC is not there. */
export interface SideText {
  readonly name: string | undefined;
  readonly rfc: Rfc;
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
    return [{ before: parsed(before), after: parsed(after) }];
  if (project === undefined)
    throw new ToolError('Cannot compare with a revision outside of a project: there is no quiesce.json', {
      hint: 'Give two files, or REVISION:PATH as git has it.',
    });
  const asked = numberAskedFor([before, after], number);
  const source = sourceIn(project, world);
  const numbers = asked === undefined ? await numbersIn(before, after, source, project, world) : [asked];
  const pairs: TextPair[] = [];
  for (const one of numbers) {
    const old = await source.read(before, one);
    const present = await source.read(after, one);
    if (old === undefined && present === undefined) throw absent(one, before, source.names(before));
    if (asked !== undefined && old === undefined) throw absent(one, before, source.names(before));
    if (asked !== undefined && present === undefined) throw absent(one, after, source.names(after));
    pairs.push({ before: old ?? missing(present!), after: present ?? missing(old!) });
  }
  return pairs;
}

function parsed({ name, file, text }: { name: string; file: string; text: string }): SideText {
  return { name, rfc: parseRfc(file, text).rfc };
}

/** An RFC without anything in it, to compare with one that the other side does not have. */
function missing({ rfc }: SideText): SideText {
  return { name: undefined, rfc: parseRfc(rfc.source.file, '').rfc };
}

function numberAskedFor(sides: readonly Side[], number: number | undefined): number | undefined {
  const named = sides.flatMap((side) => {
    if (side.kind !== 'text') return side.number === undefined ? [] : [side.number];
    const own = numberOf(parsed(side).rfc);
    if (own !== undefined) return [own];
    throw new ToolError(
      `Cannot tell which RFC ${side.file} is: its front matter has no number that can be read`,
      {
        hint: 'Mend it, or give two files.',
      },
    );
  });
  const all = [...new Set([...(number === undefined ? [] : [number]), ...named])];
  if (all.length < 2) return all[0];
  throw new ToolError(`Unexpected RFCs ${all.join(' and ')}, expected one`, {
    hint: 'Give the same number on both sides, or two files.',
  });
}

function numberOf({ frontMatter, source }: Rfc): number | undefined {
  return frontMatter?.rfc ?? numberInName(basename(source.file));
}

function numberInName(name: string): number | undefined {
  const digits = /^([0-9]{4})-.*\.md$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Where the texts of a side come from. */
interface TextSource {
  readonly read: (side: Side, number: number) => Promise<SideText | undefined>;
  readonly all: (side: Side) => Promise<readonly SideText[]>;
  /** What to do if a side does not have an RFC. */
  readonly names: (side: Side) => string;
}

function sourceIn(project: Project, world: World): TextSource {
  const { root, config } = project;
  const kept = new Map<Side, Promise<readonly SideText[]>>();
  const all = (side: Side): Promise<readonly SideText[]> => {
    const known = kept.get(side) ?? readAll(side);
    kept.set(side, known);
    return known;
  };
  return {
    all,
    read: async (side, number) => {
      const own = (await all(side)).find(({ rfc }) => numberOf(rfc) === number);
      if (own !== undefined || side.kind !== 'git') return own;
      // Not in the folder of the RFCs, as it is named today: perhaps it stood somewhere else.
      const present = workTreeFiles().find(({ file }) => numberInName(basename(file)) === number);
      const found =
        present === undefined ? undefined : await readFollowed(side.revision, present.file, world);
      if (found === undefined) return undefined;
      return parsed({ name: side.name, file: `${side.name}:${found.path}`, text: found.bytes.toString() });
    },
    names: (side) =>
      side.kind === 'snapshot'
        ? snapshotsThere(project, world)
        : 'Give another revision, or the path of a file.',
  };

  async function readAll(side: Side): Promise<readonly SideText[]> {
    switch (side.kind) {
      case 'text':
        return [parsed(side)];
      case 'work-tree':
        return workTreeFiles().map(({ file, path }) =>
          parsed({ name: side.name, file, text: world.disk.read(path) }),
        );
      case 'snapshot':
        return listSnapshots(project, world)
          .filter(({ revision }) => revision === side.revision)
          .map(({ number }) => {
            const path = snapshotPath(project, number, side.revision);
            return parsed({ name: side.name, file: shownPath(root, path), text: world.disk.read(path) });
          });
      case 'git': {
        const names = await listAt(side.revision, config.rfc, world);
        const files = names.filter((name) => numberInName(name) !== undefined);
        const texts = files.map(async (name): Promise<readonly SideText[]> => {
          const path = `${config.rfc}/${name}`;
          const bytes = await readAt(side.revision, path, world);
          if (bytes === undefined) return [];
          return [parsed({ name: side.name, file: `${side.name}:${path}`, text: bytes.toString() })];
        });
        return (await Promise.all(texts)).flat();
      }
    }
  }

  function workTreeFiles(): readonly { readonly file: string; readonly path: string }[] {
    const folder = resolve(root, config.rfc);
    return (world.disk.listIfThere(folder) ?? [])
      .filter((name) => numberInName(name) !== undefined)
      .map((name) => ({ file: shownPath(root, resolve(folder, name)), path: resolve(folder, name) }));
  }
}

/** Of all RFCs where nobody has named one. A snapshot is one of an RFC, so there it has to be clear of which. */
async function numbersIn(
  before: Side,
  after: Side,
  source: TextSource,
  project: Project,
  world: World,
): Promise<readonly number[]> {
  for (const side of [before, after]) {
    if (side.kind !== 'snapshot') continue;
    const numbers = (await source.all(side)).flatMap(({ rfc }) => numberOf(rfc) ?? []);
    if (numbers.length === 1) return numbers;
    if (numbers.length === 0)
      throw new ToolError(`Cannot find the snapshot ${side.name}`, { hint: snapshotsThere(project, world) });
    const choices = numbers.map((number) => `${fourDigits(number)}@${side.name}`);
    throw new ToolError(`Unexpected ${side.name}, which several RFCs have`, {
      hint: `Write ${choices.join(' or ')}, or add --rfc with a number.`,
    });
  }
  const texts = [...(await source.all(before)), ...(await source.all(after))];
  return [...new Set(texts.flatMap(({ rfc }) => numberOf(rfc) ?? []))].sort((a, b) => a - b);
}

function absent(number: number, side: Side, hint: string): ToolError {
  const where = side.kind === 'work-tree' ? 'the work tree' : side.name;
  return new ToolError(`Cannot find RFC ${number} in ${where}`, { hint });
}
