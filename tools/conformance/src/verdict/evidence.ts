/** The results of the cells that were explored, and the questions that verdicts ask of them. */
import type { SignalKind } from '@quiesce/checker';
import { type Cell, optionOf } from '../cell/cell.js';
import type { CellResult } from '../cell/cell-result.js';

export interface Explored {
  readonly cell: Cell;
  readonly result: CellResult;
}

/** In the order of the plan. */
export type Evidence = readonly Explored[];

export function evidenceOf(evidence: Evidence, option: string): Evidence {
  return evidence.filter(({ cell }) => optionOf(cell) === option);
}

/** The cells in which one of the properties says it. */
export function cellsWith(evidence: Evidence, properties: readonly string[], signal: SignalKind): Evidence {
  return evidence.filter(({ result }) =>
    properties.some((property) => result.signals[property]?.includes(signal) === true),
  );
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
