/** What a run is narrowed to by its arguments, with every name checked against what there is. */

import type { ModelDescription } from '@quiesce/checker';
import {
  type CheckReport,
  type LinkedClause,
  type ProjectConfig,
  type PromiseDocument,
  parseShard,
  type Shard,
} from '@quiesce/conformance';
import { type Diagnostic, nearestWord, ToolError } from '@quiesce/contract';
import type { Part } from '../parts.js';
import type { CheckRequest } from './check-request.js';

/** A part of the project, joined with its clauses. */
export interface LinkedPart {
  readonly part: Part;
  readonly clauses: readonly LinkedClause[];
  /** What is wrong in its texts, and between them; ordered by place. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Narrowed {
  readonly part: Part;
  readonly diagnostics: readonly Diagnostic[];
  readonly documents: readonly PromiseDocument[];
  readonly clauses: readonly LinkedClause[];
  /** The options that are asked about, in the model's order. */
  readonly options: readonly string[];
  /** Absent: all. */
  readonly cells: { readonly options?: readonly string[]; readonly scenarios?: readonly string[] };
  /** The model without the mutants that only concern clauses that nobody asked about. */
  readonly model: ModelDescription;
  readonly shard?: Shard;
  /** Whether all cells of the model are explored. */
  readonly whole: boolean;
  /** `option record`, `shard 1/4`. */
  readonly words: readonly string[];
  /** Options and scenarios of the model that the core leaves out; null where the core was not asked for. */
  readonly rest: CheckReport['rest'];
}

/** One for each part that has something of what is asked for; each name has to stand in one of them. */
export function narrow(
  asked: CheckRequest,
  parts: readonly LinkedPart[],
  config: ProjectConfig,
): readonly Narrowed[] {
  const request = asked.core === true ? withCore(asked, parts, config) : asked;
  const shard = request.shard === undefined ? undefined : shardOf(request.shard);
  const there = parts.map(namesIn);
  for (const what of kinds)
    known(
      what,
      request[what],
      there.flatMap((names) => names[what]),
    );
  const narrowed = parts.flatMap((linked, index) => {
    const own = wishesIn(request, there[index]!);
    return kinds.some((what) => own[what]?.length === 0) ? [] : [narrowPart(own, shard, linked, asked)];
  });
  if (narrowed.length > 0) return narrowed;
  throw new ToolError(`Unexpected ${wordsOf(request).join(' with ')}, expected names of one model`, {
    hint: 'Each of the names stands in some model, and no model has one of each kind.',
  });
}

/** What is asked for by name is asked for; the rest is that of the core. */
function withCore(
  request: CheckRequest,
  parts: readonly LinkedPart[],
  { core, models }: ProjectConfig,
): CheckRequest {
  if (core === undefined)
    throw new ToolError('Cannot check the core: quiesce.json does not say what it is', {
      hint: 'Add "core": { "options": [...], "scenarios": [...] }, each with those that are to be checked.',
    });
  for (const [what, named] of [
    ['option', core.options],
    ['scenario', core.scenarios],
  ] as const) {
    const there = parts.map((part) => namesIn(part)[what]);
    // A name may be one of a model that was not read.
    if (parts.length === models.length) known(`${what} of the core in quiesce.json`, named, there.flat());
    const without = parts.find((_, index) => named?.some((name) => there[index]!.includes(name)) === false);
    if (without !== undefined)
      throw new ToolError(`Unexpected core in quiesce.json without ${what}s of ${without.part.model.entry}`, {
        hint: `Add some of them to the ${what}s of "core".`,
      });
  }
  return { ...ownOf('option', core.options, parts), ...ownOf('scenario', core.scenarios, parts), ...request };
}

/** What the core names of the models that were read. */
function ownOf(
  what: 'option' | 'scenario',
  named: readonly string[] | undefined,
  parts: readonly LinkedPart[],
): Wishes {
  if (named === undefined) return {};
  const there = parts.flatMap((part) => namesIn(part)[what]);
  return { [what]: named.filter((name) => there.includes(name)) };
}

const kinds = ['clause', 'option', 'scenario'] as const;

/** What is wished for; a kind that is absent is wished for entirely. */
type Wishes = Pick<CheckRequest, (typeof kinds)[number]>;

type Names = Readonly<Record<(typeof kinds)[number], readonly string[]>>;

function namesIn(linked: LinkedPart): Names {
  const { options, scenarios, mutants } = linked.part.model.description;
  return {
    clause: askedClauses(linked).map((one) => one.clause.id),
    option: options,
    scenario: [...scenarios.map(({ id }) => id), ...mutants.map((mutant) => mutant.scenario.id)],
  };
}

function askedClauses({ part, clauses }: LinkedPart): readonly LinkedClause[] {
  const asked = askedDocuments(part);
  return clauses.filter(({ document }) => asked.includes(document));
}

function askedDocuments({ documents }: Part): readonly PromiseDocument[] {
  return documents.filter(({ isAsked }) => isAsked).map(({ document }) => document);
}

/** Those of the wishes that this part can fulfil. */
function wishesIn(request: Wishes, names: Names): Wishes {
  return Object.fromEntries(
    kinds.flatMap((what) => {
      const wished = request[what];
      return wished === undefined ? [] : [[what, wished.filter((name) => names[what].includes(name))]];
    }),
  );
}

function narrowPart(
  wishes: Wishes,
  shard: Shard | undefined,
  linked: LinkedPart,
  asked: CheckRequest,
): Narrowed {
  const { clause, option, scenario } = wishes;
  const { part, diagnostics } = linked;
  const model = part.model.description;
  const clauses = askedClauses(linked).filter((one) => wants(clause, one.clause.id));
  const checked = new Set(clauses.flatMap(({ properties }) => properties.map(({ id }) => id)));
  const isNarrow = clauses.length < linked.clauses.length;
  return {
    part,
    diagnostics,
    documents: askedDocuments(part),
    clauses,
    options: model.options.filter((name) => wants(option, name)),
    cells: {
      ...(option === undefined ? {} : { options: option }),
      ...(scenario === undefined ? {} : { scenarios: scenario }),
    },
    model: isNarrow
      ? { ...model, mutants: model.mutants.filter(({ caughtBy }) => checked.has(caughtBy)) }
      : model,
    ...(shard === undefined ? {} : { shard }),
    whole: option === undefined && scenario === undefined && shard === undefined,
    words: [
      ...(asked.core === true ? ['the core', ...wordsOf(asked)] : wordsOf(wishes)),
      ...(shard === undefined ? [] : [`shard ${shard.index}/${shard.count}`]),
    ],
    rest:
      asked.core === true
        ? {
            options: model.options.filter((name) => !wants(option, name)),
            scenarios: model.scenarios.map(({ id }) => id).filter((id) => !wants(scenario, id)),
          }
        : null,
  };
}

function wordsOf({ clause, option, scenario }: Wishes): readonly string[] {
  return [...worded('clause', clause), ...worded('option', option), ...worded('scenario', scenario)];
}

function shardOf(text: string): Shard {
  const shard = parseShard(text);
  if (shard !== undefined) return shard;
  throw new ToolError(`Unexpected shard ${JSON.stringify(text)}, expected i/n with i from 1 to n`, {
    hint: 'For the first of four machines: --shard 1/4.',
  });
}

function wants(list: readonly string[] | undefined, name: string): boolean {
  return list === undefined || list.includes(name);
}

function worded(what: string, names: readonly string[] = []): readonly string[] {
  return names.length === 0 ? [] : [`${what} ${names.join(', ')}`];
}

function known(what: string, names: readonly string[] = [], all: readonly string[]): void {
  for (const name of names) {
    if (all.includes(name)) continue;
    const near = nearestWord(name, all);
    const list = all.length === 0 ? `There is no ${what}.` : `There are: ${[...new Set(all)].join(', ')}.`;
    throw new ToolError(`Unexpected ${what} ${JSON.stringify(name)}`, {
      hint: near === undefined ? list : `Did you mean ${near}?`,
    });
  }
}
