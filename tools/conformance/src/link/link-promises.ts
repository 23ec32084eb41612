/**
 * Joins clauses and properties. Each link stands at its far end, and in this case at both: a clause names the properties
 * that check it, a property names the clause that it checks. Nobody keeps a list, so both directions are compared here, and
 * a disagreement names both places.
 */
import type { ModelDescription, PropertyDescription } from '@quiesce/checker';
import {
  byPlace,
  type Clause,
  type Diagnostic,
  nearestWord,
  type Place,
  type PropertyLink,
} from '@quiesce/contract';
import { knownMemoryModels, type MemoryModel, memoryModels } from '../cell/cell.js';
import { report } from '../problems.js';
import type { PromiseDocument } from './promises.js';

/** A property that is asked about, and the memory model of the cells that answer. */
export interface Asked {
  readonly property: string;
  readonly memoryModel: MemoryModel;
}

/** A clause with the properties that check it. */
export interface LinkedClause {
  readonly clause: Clause;
  readonly document: PromiseDocument;
  /** The options of the model that promise it, in the model's order. */
  readonly promisedBy: readonly string[];
  /** Those that can be explored, each once. */
  readonly properties: readonly PropertyDescription[];
  /** Under which memory model each link wants its property explored. */
  readonly asked: readonly Asked[];
  /** Links that cannot be: as the clause writes them, and why not. */
  readonly unexplored: readonly { readonly link: string; readonly reason: string }[];
}

export interface Linked {
  /** In the order of the documents and of their clauses. */
  readonly clauses: readonly LinkedClause[];
  /** Ordered by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * `documents` are all that are in force and checked against the model: a property may name a clause of any of them. `entry`
 * is the model's entry file, `usual` the memory model of links that name none.
 */
export function linkPromises(
  documents: readonly PromiseDocument[],
  model: ModelDescription,
  entry: string,
  usual: MemoryModel = 'sc',
): Linked {
  const all = documents.flatMap((document) => document.clauses.map((clause) => ({ clause, document })));
  const joined = all.map(({ clause, document }) => linkClause(clause, document, model, usual));
  const start: Place = { file: entry, line: 1, column: 1 };
  const diagnostics = [
    ...joined.flatMap((one) => one.diagnostics),
    ...model.properties.flatMap((property) => backLink(property, all, model)),
    ...optionLinks(documents, model, start),
    ...mutantLinks(model, start),
  ];
  return { clauses: joined.map(({ linked }) => linked), diagnostics: diagnostics.sort(byPlace) };
}

function linkClause(
  clause: Clause,
  document: PromiseDocument,
  model: ModelDescription,
  usual: MemoryModel,
): { readonly linked: LinkedClause; readonly diagnostics: readonly Diagnostic[] } {
  const properties = new Set<PropertyDescription>();
  const asked: Asked[] = [];
  const unexplored: { link: string; reason: string }[] = [];
  const diagnostics: Diagnostic[] = [];
  clause.models.forEach(({ property: id, memoryModel }, index) => {
    const place = clause.places.models[index] ?? clause.places.block;
    const link = memoryModel === undefined ? id : `${id} @${memoryModel}`;
    const property = model.properties.find((one) => one.id === id);
    if (property === undefined) {
      const ids = model.properties.map((one) => one.id);
      diagnostics.push(report('link/unknown-property', place, { property: id, near: nearestWord(id, ids) }));
      unexplored.push({ link, reason: 'the model has no such property' });
      return;
    }
    const problem = linkProblem(clause, property, place);
    if (problem !== null) {
      diagnostics.push(problem);
      unexplored.push({ link, reason: 'clause and property do not agree' });
    } else if (memoryModel !== undefined && !knownMemoryModels.includes(memoryModel)) {
      const near = nearestWord(memoryModel, knownMemoryModels);
      diagnostics.push(
        report('link/unknown-memory-model', place, { memoryModel, known: knownMemoryModels, near }),
      );
      unexplored.push({ link, reason: 'there is no such memory model' });
    } else {
      const wanted = memoryModels.find((one) => one === (memoryModel ?? usual));
      const isMissing = memoryModel !== undefined && wanted !== undefined && !isPlanned(model, wanted, usual);
      const reason =
        wanted === undefined
          ? `it needs the memory model ${memoryModel}, and ${memoryModels.join(' and ')} are explored`
          : `no scenario is explored under ${wanted}`;
      if (wanted === undefined || isMissing) unexplored.push({ link, reason });
      else if (!isAskedUnder(model, property, wanted, usual)) {
        const details = { property: id, memoryModel: wanted, scenarios: property.scenarios ?? [] };
        const related = [{ place: property.place, message: `${id} is here` }];
        diagnostics.push(report('link/never-asked', place, details, { related }));
        unexplored.push({ link, reason: `none of its scenarios is explored under ${wanted}` });
      } else {
        properties.add(property);
        asked.push({ property: id, memoryModel: wanted });
      }
    }
  });
  const promised = clause.options ?? document.options.map(({ value }) => value);
  const promisedBy = model.options.filter((option) => promised.includes(option));
  const linked = { clause, document, promisedBy, properties: [...properties], asked, unexplored };
  return { linked, diagnostics };
}

function isPlanned({ scenarios }: ModelDescription, wanted: MemoryModel, usual: MemoryModel): boolean {
  return scenarios.some(({ memory }) => (memory ?? [usual]).includes(wanted));
}

/** Whether one of the scenarios that the property names is explored under the memory model. */
function isAskedUnder(
  model: ModelDescription,
  { scenarios }: PropertyDescription,
  wanted: MemoryModel,
  usual: MemoryModel,
): boolean {
  if (scenarios === null) return true;
  const own = model.scenarios.filter(({ id }) => scenarios.includes(id));
  return isPlanned({ ...model, scenarios: own }, wanted, usual);
}

/** What is wrong between a clause and a property that it names. */
function linkProblem(clause: Clause, property: PropertyDescription, place: Place): Diagnostic | null {
  const related = [{ place: property.place, message: `${property.id} is here` }];
  if (property.clause !== clause.id) {
    const details = { property: property.id, clause: clause.id, named: property.clause };
    return report('link/other-clause', place, details, { related });
  }
  const { keyword } = clause;
  const expected = keyword === 'MAY' ? (['sometimes'] as const) : (['always', 'liveness'] as const);
  if (expected.some((kind) => kind === property.kind)) return null;
  const details = { property: property.id, kind: property.kind, keyword, expected };
  return report('link/wrong-kind', place, details, { related });
}

/** Whether the clause that a property names exists and names it. */
function backLink(
  { id, clause: named, place }: PropertyDescription,
  all: readonly { readonly clause: Clause }[],
  model: ModelDescription,
): readonly Diagnostic[] {
  const targets = all.flatMap(({ clause }) => (clause.id === named ? [clause] : []));
  const [target] = targets;
  const namedBy = all.find(({ clause }) => clause.models.some(({ property }) => property === id));
  if (target === undefined) {
    // Where a clause names it, that clause's finding says the same, with both places.
    if (namedBy !== undefined) return [];
    const ids = all.map(({ clause }) => clause.id);
    const details = { property: id, clause: named, near: nearestWord(named, ids) };
    return [report('link/unknown-clause', place, details)];
  }
  const known = model.properties.map((property) => property.id);
  const namesBack = ({ property }: PropertyLink): boolean =>
    // A misspelt link has a finding of its own.
    property === id || (!known.includes(property) && nearestWord(property, known) === id);
  if (targets.some(({ models }) => models.some(namesBack))) return [];
  const related = [{ place: target.places.id, message: `clause ${target.id} is here` }];
  return [report('link/not-named-back', place, { property: id, clause: target.id }, { related })];
}

function optionLinks(
  documents: readonly PromiseDocument[],
  model: ModelDescription,
  start: Place,
): readonly Diagnostic[] {
  const related = [{ place: start, message: 'the model is here' }];
  const declared = documents.flatMap(({ options }) => options);
  const unknown = declared.filter(({ value }) => !model.options.includes(value));
  const names = declared.map(({ value }) => value);
  const [place] = declared.map((one) => one.place);
  const options = place === undefined ? {} : { related: [{ place, message: 'options are declared here' }] };
  return [
    ...unknown.map(({ value, place: at }) => {
      const near = nearestWord(value, model.options);
      return report('link/unknown-option', at, { option: value, near }, { related });
    }),
    ...model.options
      .filter((option) => !names.includes(option))
      .map((option) => report('link/undeclared-option', start, { option }, options)),
  ];
}

function mutantLinks(model: ModelDescription, start: Place): readonly Diagnostic[] {
  const properties = model.properties.map(({ id }) => id);
  return model.mutants.flatMap(({ id, of, caughtBy }) => [
    ...(model.options.includes(of)
      ? []
      : [
          report('link/mutant-option', start, {
            mutant: id,
            option: of,
            near: nearestWord(of, model.options),
          }),
        ]),
    ...(properties.includes(caughtBy)
      ? []
      : [
          report('link/mutant-property', start, {
            mutant: id,
            property: caughtBy,
            near: nearestWord(caughtBy, properties),
          }),
        ]),
  ]);
}
