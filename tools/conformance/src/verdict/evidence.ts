/** The results of the cells that were explored, and the questions that verdicts ask of them. */
import type { SignalKind } from '@quiesce/checker';
import { type Cell, optionOf } from '../cell/cell.js';
import type { CellResult } from '../cell/cell-result.js';
import type { Asked } from '../link/link-promises.js';

export interface Explored {
  readonly cell: Cell;
  readonly result: CellResult;
}

/** In the order of the plan. */
export type Evidence = readonly Explored[];

export function evidenceOf(evidence: Evidence, option: string): Evidence {
  return evidence.filter(({ cell }) => optionOf(cell) === option);
}

/** The cells that answer one of the questions: a property of theirs watches, under the memory model that is asked for. */
export function cellsAsked(evidence: Evidence, asked: readonly Asked[]): Evidence {
  return evidence.filter(({ cell }) => asked.some((one) => answers(cell, one)));
}

export function answers(
  { properties, memoryModel }: Pick<Cell, 'properties' | 'memoryModel'>,
  asked: Asked,
): boolean {
  return asked.memoryModel === memoryModel && properties.includes(asked.property);
}

/** The cells in which one of the properties says it, under the memory model under which it is asked. */
export function cellsWith(evidence: Evidence, asked: readonly Asked[], signal: SignalKind): Evidence {
  return evidence.filter((explored) => asked.some((one) => says(explored, one, signal)));
}

export function says(
  { cell, result }: Explored,
  { property, memoryModel }: Asked,
  signal: SignalKind,
): boolean {
  return memoryModel === cell.memoryModel && result.signals[property]?.includes(signal) === true;
}

/**
 * The cells of which not every run was seen to its end: the search hit a bound, or an option's model fails on the way. A
 * mutant may fail: that is the bug.
 */
export function incompleteCells(evidence: Evidence): Evidence {
  return evidence.filter(
    ({ cell, result }) => !result.complete || (optionOf(cell) !== undefined && hasFailed(result)),
  );
}

export function hasFailed({ failures }: CellResult): boolean {
  return failures.length > 0;
}
