/** Names and values of a system in TLA+. */
import type { System } from '../../ir/system.js';

/** Identifiers: fields of the record for cells and program counters, and the operator of each process. */
export interface TlaNames {
  readonly cells: readonly string[];
  readonly counters: readonly string[];
  readonly actions: readonly string[];
}

/** A value of a cell as a string; with its number where two values of the cell are printed alike. */
export function valueText({ cells }: System, cell: number, value: number): string {
  const { domain } = cells[cell]!;
  const text = domain[value]!;
  const isAlone = domain.every((other, index) => index === value || other !== text);
  return textLiteral(isAlone ? text : `${text} #${value}`);
}

export function textLiteral(text: string): string {
  return `"${text.replaceAll(/[\\"]/g, '\\$&').replaceAll(/\s+/g, ' ')}"`;
}

/** On one line, and without what would begin or end a comment. */
export function tlaComment(text: string): string {
  return text.replaceAll(/\(\*|\*\)/g, '(').replaceAll(/\s+/g, ' ');
}
