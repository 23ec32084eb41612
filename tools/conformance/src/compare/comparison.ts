/** Which cells compare a clause with what it was: those in which the properties of both revisions may watch. */
import type { ModelDescription, PropertyDescription } from '@quiesce/checker';
import type { PropertyLink } from '@quiesce/contract';
import { type Cell, type MemoryModel, memoryModels } from '../cell/cell.js';
import { type Exploring, planCells, type Selection } from '../cell/plan.js';

/** What one revision of a clause asks: a property, under a memory model. */
export interface SideLink {
  /** Of the model in which both stand. */
  readonly id: string;
  readonly memoryModel: MemoryModel;
  /** In which it is asked; null: all. */
  readonly scenarios: readonly string[] | null;
}

/** A cell in which two promises are compared: `properties` are those of both. */
export interface ComparedCell extends Cell {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface SideLinks {
  readonly links: readonly SideLink[];
  /** In words, the links whose memory model is not explored: the others can be compared without them. */
  readonly unexplored: readonly string[];
  /** In words, the links without a property: what is left is not what the clause asks. */
  readonly lost: readonly string[];
}

/** `find`: the property of a link, or the reason why there is none. */
export function sideLinks(
  links: readonly PropertyLink[],
  usual: MemoryModel,
  find: (property: string) => Pick<PropertyDescription, 'id' | 'scenarios'> | string,
): SideLinks {
  const own: SideLink[] = [];
  const unexplored: string[] = [];
  const lost: string[] = [];
  for (const { property, memoryModel: named } of links) {
    const memoryModel = memoryModels.find((one) => one === (named ?? usual));
    const found = find(property);
    if (memoryModel === undefined)
      unexplored.push(`${property} needs the memory model ${named}, which is not explored`);
    else if (typeof found === 'string') lost.push(found);
    else own.push({ id: found.id, memoryModel, scenarios: found.scenarios });
  }
  return { links: own, unexplored, lost };
}

export interface Comparison {
  readonly before: readonly SideLink[];
  readonly after: readonly SideLink[];
}

/**
 * What the later revision asks under a memory model that the earlier one does not ask under, of properties that it asks under one
 * that both have: `also`. Users lose nothing by it, and there is no earlier promise to compare it with.
 */
export function withoutMore(
  before: readonly SideLink[],
  after: readonly SideLink[],
): { readonly compared: readonly SideLink[]; readonly also: readonly SideLink[] } {
  const asked = new Set(before.map(({ memoryModel }) => memoryModel));
  const isMore = ({ id, memoryModel }: SideLink): boolean =>
    !asked.has(memoryModel) && after.some((other) => other.id === id && asked.has(other.memoryModel));
  return { compared: after.filter((one) => !isMore(one)), also: after.filter(isMore) };
}

/**
 * All options are compared, not only those that promise the clause, and the seeded bugs: in a model that keeps both promises
 * no run tells them apart. A side that is not asked under a memory model forbids nothing there; in a scenario in which one of
 * the two cannot be asked nothing is compared.
 */
export function planComparison(
  model: ModelDescription,
  comparison: Comparison,
  exploring: Exploring,
  selection: Selection = {},
): readonly ComparedCell[] {
  const asked = new Set([...comparison.before, ...comparison.after].map(({ memoryModel }) => memoryModel));
  return planCells(model, exploring, selection).flatMap((cell): readonly ComparedCell[] => {
    if (!asked.has(cell.memoryModel)) return [];
    const [before, after] = [comparison.before, comparison.after].map((links) => watching(links, cell));
    if (before === undefined || after === undefined) return [];
    const properties = [...new Set([...before, ...after])];
    return [{ ...cell, properties, before, after }];
  });
}

/** Undefined where none of them may watch. */
function watching(links: readonly SideLink[], cell: Cell): readonly string[] | undefined {
  const here = links.filter(({ scenarios }) => scenarios === null || scenarios.includes(cell.scenario));
  if (here.length === 0) return undefined;
  return [...new Set(here.filter((one) => one.memoryModel === cell.memoryModel).map(({ id }) => id))];
}
