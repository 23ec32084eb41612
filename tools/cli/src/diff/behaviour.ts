/**
 * The changes of clauses told by the model: the properties of both revisions watch the same runs, and a run that only one of the
 * two forbids is the difference. Only clauses that ask something else than before are explored.
 */
import type { ModelDescription } from '@quiesce/checker';
import {
  type Behaviour,
  type BehaviourQuestion,
  type ComparedCell,
  judgeBehaviour,
  type ModelText,
  type ModelWithOld,
  planComparison,
  runName,
  type Selection,
  type SideLink,
  sideLinks,
  wantedRuns,
  withOldProperties,
  withoutMore,
} from '@quiesce/conformance';
import type { Clause } from '@quiesce/contract';
import { type ClausePair, pairClauses, type Rfc } from '@quiesce/rfc';
import { readModel } from '../model.js';
import { haveSourcesChanged, readModelAt } from '../model-at.js';
import type { Project } from '../project.js';
import type { GitRevision } from '../revisions.js';
import type { World } from '../world.js';
import { type Comparing, openComparing } from './comparing.js';
import type { Side } from './side.js';

export interface BehaviourRequest {
  /** Everything, where the core is explored otherwise. */
  readonly whole?: boolean;
  readonly useCache: boolean;
}

/** An RFC on both sides of a comparison. */
export interface RfcPair {
  readonly before: Rfc;
  readonly after: Rfc;
}

/** Of each clause that asks the model something else than before, in the order of the later revision. */
export async function compareBehaviour(
  pair: RfcPair,
  sides: { readonly before: Side; readonly after: Side },
  request: BehaviourRequest,
  project: Project,
  world: World,
): Promise<readonly Behaviour[]> {
  const entry = entryFor(pair, project);
  const pairs = pairClauses(pair.before.clauses, pair.after.clauses).pairs.filter(
    ({ before, after }) => before.models.length > 0 && after.models.length > 0,
  );
  if (entry === undefined || pairs.length === 0) return [];
  // Texts alone stand for no model of their own: then nothing but a link can differ.
  const isSameModel = !(await haveSourcesChanged(revisionOf(sides.before), revisionOf(sides.after), world));
  if (isSameModel && pairs.every(hasSameLinks)) return [];
  const model = await readSides(sides, pairs, entry, project, world);
  if (typeof model === 'string') {
    await world.stderr.write(`quiesce: note: nothing is compared by the model: ${model}\n`);
    return pairs
      .filter((one) => !isSameModel || !hasSameLinks(one))
      .map(({ after }) => ({ kind: 'not-compared', clause: after.id, reason: model }));
  }
  const { memoryModel, maxStates, maxMegabytes } = project.config.defaults;
  const exploring = { memoryModel, bounds: { maxStates, maxMegabytes } };
  const selection = request.whole === true ? {} : coreIn(project, model.present.description);
  const planned = pairs.flatMap((one): readonly Planned[] => {
    const { kin } = one;
    const question = questionOf(one, pair, model, memoryModel);
    if (question === null) return [];
    const isSplit = kin.before.length > 0 || kin.after.length > 0;
    const gaps = isSplit ? ['it was split or joined', ...question.gaps] : question.gaps;
    const cells =
      isSplit ||
      question.isOnlyMore ||
      !question.isWhole ||
      question.links.before.length === 0 ||
      question.links.after.length === 0
        ? []
        : planComparison(model.present.description, question.links, exploring, selection).filter(
            asksTwoThings,
          );
    return [{ question: { ...question, gaps }, cells }];
  });
  if (planned.every(({ cells }) => cells.length === 0))
    return planned.map(({ question }) => judged(question, [], new Map()));
  const comparing = openComparing(model.present, request.useCache, project, world);
  const behaviour = await judge(planned, comparing);
  comparing.close();
  return behaviour;
}

/** Not where both revisions ask the same properties: there is nothing to find out. */
function asksTwoThings({ before, after }: ComparedCell): boolean {
  return before.length !== after.length || !before.every((id) => after.includes(id));
}

async function judge(planned: readonly Planned[], work: Comparing): Promise<readonly Behaviour[]> {
  const results = await work.compare(planned.flatMap(({ cells }) => cells));
  const asked = planned.map(({ question, cells }) => {
    const evidence = cells.map((cell) => ({ cell, result: results.get(cell)! }));
    return { question, evidence, wanted: wantedRuns(question, evidence) };
  });
  const told = await work.tell(asked.flatMap(({ wanted }) => wanted));
  return asked.map(({ question, evidence, wanted }) => {
    const own = wanted.map((run) => [runName(run), told.get(run)!] as const);
    return judged(question, evidence, new Map(own));
  });
}

function judged(question: Question, ...found: Tail<Parameters<typeof judgeBehaviour>>): Behaviour {
  const { clause, also, isOnlyMore, gaps } = question;
  if (isOnlyMore && gaps.length === 0) return { kind: 'asked-more', clause, also };
  return judgeBehaviour(question, ...found);
}

type Tail<List extends readonly unknown[]> = List extends readonly [unknown, ...infer Rest] ? Rest : never;

interface Question extends BehaviourQuestion {
  /** Whether each link has its property: a part of a promise is not the promise. */
  readonly isWhole: boolean;
  /** Whether nothing differs but that properties are asked under more memory models. */
  readonly isOnlyMore: boolean;
  readonly links: { readonly before: readonly SideLink[]; readonly after: readonly SideLink[] };
}

interface Planned {
  readonly question: Question;
  readonly cells: readonly ComparedCell[];
}

/** The model in which both revisions are asked; `old` is the one of the earlier revision, where it has one of its own. */
interface Models {
  readonly present: ModelWithOld;
  readonly old: ModelText | null;
}

function hasSameLinks({ before, after }: ClausePair): boolean {
  const textOf = ({ models }: Clause): string =>
    JSON.stringify(models.map(({ property, memoryModel }) => [property, memoryModel ?? '']).sort());
  return textOf(before) === textOf(after);
}

function entryFor({ before, after }: RfcPair, { config }: Project): string | undefined {
  const number = after.frontMatter?.rfc ?? before.frontMatter?.rfc;
  const choice = config.models.find(
    ({ rfcs }) => rfcs === undefined || (number !== undefined && rfcs.includes(number)),
  );
  return choice?.entry;
}

/** Whose model it is: null stands for the work tree, also for a text without a revision of its own. */
function revisionOf(side: Side): GitRevision | null {
  return side.kind === 'git' ? side.revision : null;
}

/** A text says why there is nothing to compare with. */
async function readSides(
  { before, after }: { readonly before: Side; readonly after: Side },
  pairs: readonly ClausePair[],
  entry: string,
  project: Project,
  world: World,
): Promise<Models | string> {
  const present =
    after.kind === 'git' ? await readModelAt(after.revision, entry, world) : readModel(project, entry, world);
  if (typeof present === 'string') return present;
  const old = before.kind === 'git' ? await readModelAt(before.revision, entry, world) : null;
  if (typeof old === 'string') return old;
  const known = new Set((old ?? present).description.properties.map(({ id }) => id));
  const ids = pairs.flatMap((pair) => pair.before.models.map(({ property }) => property));
  const asked = [...new Set(ids)].filter((id) => known.has(id));
  return {
    present: withOldProperties(old ?? present, present, old === null ? [] : asked, before.name),
    old,
  };
}

/** Null where both revisions ask the same. */
function questionOf(
  { before, after }: ClausePair,
  rfcs: RfcPair,
  { present, old }: Models,
  usual: Parameters<typeof sideLinks>[1],
): Question | null {
  const { properties, options } = present.description;
  const findPresent = (id: string): (typeof properties)[number] | string =>
    properties.find((one) => one.id === id) ?? `the model has no property ${id}`;
  const findOld = (id: string): Pick<(typeof properties)[number], 'id' | 'scenarios'> | string => {
    if (old === null) return findPresent(id);
    const was = old.description.properties.find((one) => one.id === id);
    if (was === undefined) return `the earlier model has no property ${id}`;
    const found = present.properties.get(id);
    if (found === undefined || found.kind === 'same') return findPresent(id);
    return found.kind === 'lost' ? found.reason : { id: found.id, scenarios: was.scenarios };
  };
  const links = {
    before: sideLinks(before.models, usual, findOld),
    after: sideLinks(after.models, usual, findPresent),
  };
  const asks = ({ links: own, lost, unexplored }: (typeof links)['before']): string =>
    [...own.map(({ id, memoryModel }) => `${id} @${memoryModel}`), ...lost, ...unexplored].sort().join('; ');
  if (asks(links.before) === asks(links.after)) return null;
  const { compared, also } = withoutMore(links.before.links, links.after.links);
  const lost = [...links.before.lost, ...links.after.lost];
  const declared = [...(rfcs.before.declaredOptions ?? []), ...(rfcs.after.declaredOptions ?? [])];
  const promised = [before, after].flatMap((clause) => clause.options ?? declared.map(({ value }) => value));
  return {
    clause: after.id,
    before: links.before.links.map(({ id }) => id),
    after: compared.map(({ id }) => id),
    permission: after.keyword === 'MAY',
    promisedBy: options.filter((option) => promised.includes(option)),
    gaps: [...new Set([...lost, ...links.before.unexplored, ...links.after.unexplored])],
    also: also.map(({ id, memoryModel }) => `${id} @${memoryModel}`),
    isWhole: lost.length === 0,
    isOnlyMore: asks({ ...links.after, links: compared }) === asks(links.before),
    links: { before: links.before.links, after: compared },
  };
}

/** What the configuration calls the core, as far as this model has it. */
function coreIn({ config }: Project, { options, scenarios }: ModelDescription): Selection {
  const among = (named: readonly string[] | undefined, all: readonly string[]): readonly string[] =>
    (named ?? []).filter((name) => all.includes(name));
  const own = among(config.core?.options, options);
  const some = among(
    config.core?.scenarios,
    scenarios.map(({ id }) => id),
  );
  return {
    ...(own.length === 0 ? {} : { options: own }),
    ...(some.length === 0 ? {} : { scenarios: some }),
  };
}
