/** `quiesce diff`: what became of RFCs between two revisions. */
import {
  buildDifference,
  type DifferencePart,
  type DifferenceReport,
  differenceJson,
  type NamedDifference,
  renderDifference,
} from '@quiesce/conformance';
import { ToolError } from '@quiesce/contract';
import { diffRfcs } from '@quiesce/rfc';
import { findProject } from '../project.js';
import type { ExitCode } from '../run.js';
import { isColoured, type World } from '../world.js';
import { compareBehaviour } from './behaviour.js';
import { requireReadable } from './readable.js';
import { readSide, type Side, workTree } from './side.js';
import { readPairs, type TextPair } from './texts.js';

export interface DiffRequest {
  readonly before: string;
  /** Absent: the work tree. */
  readonly after?: string;
  /** The number of an RFC. */
  readonly rfc?: string;
  readonly weakened?: boolean;
  readonly clauses?: boolean;
  readonly prose?: boolean;
  /** Otherwise nothing is explored. */
  readonly useModel: boolean;
  /** All options of the model are compared, where those of the core are otherwise. */
  readonly whole?: boolean;
  readonly useCache: boolean;
  readonly json?: boolean;
  readonly config?: string;
}

export async function diff(request: DiffRequest, world: World): Promise<ExitCode> {
  const part = partOf(request);
  const project = findProject(world, request.config);
  const before = await readSide(request.before, project, world);
  const after = request.after === undefined ? workTree : await readSide(request.after, project, world);
  const pairs = await readPairs(before, after, numberOf(request.rfc), project, world);
  await requireReadable(pairs, project?.root ?? world.cwd, world);
  const itself = pairs.find(isItself);
  if (after === workTree && itself !== undefined)
    throw new ToolError(
      `Unexpected ${before.name}, which is in the work tree, expected an earlier revision`,
      {
        hint: `Such as: quiesce diff HEAD ${before.name}.`,
      },
    );
  const asksModel = part !== 'prose' && request.useModel && project !== undefined;
  const compared: NamedDifference[] = [];
  for (const pair of pairs) {
    const rfcs = { before: pair.before.rfc, after: pair.after.rfc };
    const isOnBoth = pair.before.name !== undefined && pair.after.name !== undefined;
    const behaviour =
      asksModel && isOnBoth ? await compareBehaviour(rfcs, { before, after }, request, project, world) : [];
    compared.push({
      before: pair.before.name,
      after: pair.after.name,
      difference: diffRfcs(rfcs.before, rfcs.after),
      behaviour,
    });
  }
  const report = buildDifference(compared, part);
  await world.stdout.write(
    request.json === true ? differenceJson(report) : textOf(report, part, before, after, world),
  );
  const { certainLosses, possibleLosses, modelLosses, modelDoubts } = report.summary;
  return part === 'losses' && certainLosses + possibleLosses + modelLosses + modelDoubts > 0 ? 1 : 0;
}

function isItself({ before, after }: TextPair): boolean {
  return before.name !== undefined && before.rfc.source.file === after.rfc.source.file;
}

function partOf({ weakened, clauses, prose }: DiffRequest): DifferencePart {
  const chosen = [
    ...(weakened === true ? ['losses' as const] : []),
    ...(clauses === true ? ['clauses' as const] : []),
    ...(prose === true ? ['prose' as const] : []),
  ];
  if (chosen.length < 2) return chosen[0] ?? 'all';
  throw new ToolError('Unexpected options together, expected one of --weakened, --clauses and --prose');
}

function numberOf(rfc: string | undefined): number | undefined {
  if (rfc === undefined) return undefined;
  if (/^[0-9]{1,4}$/.test(rfc) && Number(rfc) > 0) return Number(rfc);
  throw new ToolError(`Unexpected --rfc ${JSON.stringify(rfc)}, expected the number of an RFC`, {
    hint: 'Such as 1 or 0001.',
  });
}

const nothing: Readonly<Record<DifferencePart, string>> = {
  all: 'Nothing differs',
  clauses: 'No clause differs',
  prose: 'No prose differs',
  losses: 'Users lose nothing',
};

function textOf(
  report: DifferenceReport,
  part: DifferencePart,
  before: Side,
  after: Side,
  world: World,
): string {
  if (report.differences.length > 0) return renderDifference(report, isColoured(world.stdout, world));
  return `${nothing[part]} between ${before.name} and ${after.name === workTree.name ? 'the work tree' : after.name}.\n`;
}
