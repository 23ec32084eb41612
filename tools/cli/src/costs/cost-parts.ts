/**
 * What stands in RFCs about costs, and what should: the parts between the comments `<!-- costs -->` and `<!-- published costs -->` are made
 * from the measurements, so that no number in them is typed.
 */
import type { Diagnostic, Edit } from '@quiesce/contract';
import { type CostedRfc, costSection, publishedSection, reportKernel } from '@quiesce/kernel';
import { findMarkedParts, type MarkedPart, markedEdit, type Rfc } from '@quiesce/rfc';
import type { Project } from '../project.js';
import type { World } from '../world.js';
import { readCosts } from './read-costs.js';
import { readPublished } from './read-published.js';

/** The names of the parts, in the order in which they are printed. */
const names = ['costs', 'published costs'] as const;

type PartName = (typeof names)[number];

/** The lines of each part, for one RFC. Empty: there is nothing to say. */
export type CostLines = (name: PartName, rfc: CostedRfc) => readonly string[];

export interface CostPart {
  readonly rfc: Rfc;
  readonly part: MarkedPart;
  /** Undefined where the part says what it should, or does not end. */
  readonly edit: Edit | undefined;
}

const notYet = 'Nothing was measured yet.';

/** Reads what was measured. A file that is not what it should be is a `ToolError`. */
export function readCostLines(project: Project, world: World): CostLines {
  const costs = readCosts(project, world);
  const published = readPublished(project, world);
  return (name, rfc) => {
    if (name === 'costs') return costs === null ? [notYet] : costSection(costs, rfc);
    return published === undefined ? [] : publishedSection(costs, published, rfc);
  };
}

/** The parts of these RFCs. What was measured is only read if there is one. */
export function costParts(rfcs: readonly Rfc[], readLines: () => CostLines): readonly CostPart[] {
  const found = rfcs.flatMap((rfc) =>
    names.flatMap((name) => findMarkedParts(rfc, name).map((part) => ({ rfc, name, part }))),
  );
  if (found.length === 0) return [];
  const lines = readLines();
  return found.flatMap(({ rfc, name, part }): readonly CostPart[] => {
    const costed = costedRfc(rfc);
    return costed === undefined ? [] : [{ rfc, part, edit: markedEdit(rfc, part, lines(name, costed)) }];
  });
}

/** What the parts say that they should not. */
export function costFindings(parts: readonly CostPart[]): readonly Diagnostic[] {
  return parts.flatMap(({ rfc, part, edit }): readonly Diagnostic[] => {
    const { name, place, inside } = part;
    if (inside === undefined) return [reportKernel('costs/no-end', place, { name })];
    if (edit === undefined) return [];
    return [reportKernel('costs/stale', place, { name, rfc: rfc.frontMatter!.rfc })];
  });
}

/** What was measured, and what should stand in the other parts that the RFC has. */
export function allCostLines(rfc: Rfc, lines: CostLines): readonly (readonly string[])[] {
  const costed = costedRfc(rfc);
  if (costed === undefined) return [];
  return names
    .filter((name) => name === 'costs' || findMarkedParts(rfc, name).length > 0)
    .map((name) => lines(name, costed));
}

function costedRfc({ frontMatter, declaredOptions = [] }: Rfc): CostedRfc | undefined {
  if (frontMatter === undefined) return undefined;
  return { number: frontMatter.rfc, options: declaredOptions.map(({ value }) => value) };
}
