/** What a run is narrowed to by its arguments, with every name checked against what there is. */

import type { ModelDescription } from '@quiesce/checker';
import { type LinkedClause, type PromiseDocument, parseShard, type Shard } from '@quiesce/conformance';
import { nearestWord, ToolError } from '@quiesce/contract';
import type { ReadDocument } from '../documents.js';
import type { CheckRequest } from './check-request.js';

export interface Narrowed {
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
}

export function narrow(
  request: CheckRequest,
  read: readonly ReadDocument[],
  linked: readonly LinkedClause[],
  model: ModelDescription,
): Narrowed {
  const { clause, option, scenario } = request;
  const shard = request.shard === undefined ? undefined : shardOf(request.shard);
  const documents = read.filter(({ isAsked }) => isAsked).map(({ document }) => document);
  const ofDocuments = linked.filter(({ document }) => documents.includes(document));
  const clauseIds = ofDocuments.map((one) => one.clause.id);
  const scenarioIds = model.scenarios.map(({ id }) => id);
  known('clause', clause, clauseIds);
  known('option', option, model.options);
  known('scenario', scenario, [...scenarioIds, ...model.mutants.map((mutant) => mutant.scenario.id)]);

  const clauses = ofDocuments.filter((one) => wants(clause, one.clause.id));
  const checked = new Set(clauses.flatMap(({ properties }) => properties.map(({ id }) => id)));
  const isNarrow = clauses.length < linked.length;
  return {
    documents,
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
      ...worded('clause', clause),
      ...worded('option', option),
      ...worded('scenario', scenario),
      ...(shard === undefined ? [] : [`shard ${shard.index}/${shard.count}`]),
    ],
  };
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
