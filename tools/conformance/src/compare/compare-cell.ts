/** Compares two promises in one cell, and tells a run that only one of them forbids. */
import {
  type Buffered,
  columnTable,
  compareRuns,
  compileScenario,
  itfText,
  type Pair,
  type Program,
  type Side,
  tellOnly,
  traceOf,
  underMemoryModel,
} from '@quiesce/checker';
import type { Diagnostic } from '@quiesce/contract';
import { cellKey, digest } from '../cell/cell-key.js';
import { originOf } from '../cell/origin.js';
import type { ComparedResult, WitnessResult } from './compared-result.js';
import type { ComparedCell } from './comparison.js';

export interface CompareCellOptions {
  /** Fewer states than the bounds of the cell allow: for a first try. */
  readonly maxStates?: number;
  /** Called from time to time with the number of states so far. */
  readonly onProgress?: (states: number) => void;
}

/** 64 hexadecimal digits: two comparisons with one key give one result. `foundation`: of a `foundationKey`. */
export function comparedKey(foundation: string, cell: ComparedCell): string {
  const { before, after } = cell;
  return digest(JSON.stringify([cellKey(foundation, cell), 'compare', before, after]));
}

/** The same, of the story of a run that this side alone forbids. */
export function witnessKey(foundation: string, cell: ComparedCell, side: Side, maxNodes: number): string {
  return digest(JSON.stringify([comparedKey(foundation, cell), side, maxNodes]));
}

export function compareCell(
  program: Program,
  cell: ComparedCell,
  { maxStates, onProgress }: CompareCellOptions = {},
): ComparedResult {
  const prepared = prepare(program, cell);
  if (!prepared.ok) {
    const [first] = prepared.diagnostics;
    const where = first === undefined ? '' : `: ${first.message} (${first.place.file}:${first.place.line})`;
    return { kind: 'incomparable', reason: `they do not compile together in ${cell.id}${where}` };
  }
  const { bounds, reduction } = cell;
  return compareRuns(prepared.buffered, prepared.pair, {
    reduction,
    maxStates: Math.min(bounds.maxStates, maxStates ?? bounds.maxStates),
    maxBytes: bounds.maxMegabytes * 2 ** 20,
    onProgress: ({ states }) => onProgress?.(states),
  });
}

/** A run that this side alone forbids, in a cell that has one. */
export function tellDifference(
  program: Program,
  cell: ComparedCell,
  side: Side,
  maxNodes: number,
): WitnessResult {
  const prepared = prepare(program, cell);
  if (!prepared.ok) return { kind: 'no-witness' };
  const { maxStates, maxMegabytes } = cell.bounds;
  const bounds = { maxNodes, maxStates, maxBytes: maxMegabytes * 2 ** 20 };
  const told = tellOnly(prepared.buffered.system, prepared.pair, side, bounds);
  if (told === null) return { kind: 'no-witness' };
  const { run, switches, fewest, until } = told;
  const origin = {
    ...originOf(cell, cell.properties, program.entry.path),
    before: cell.before.join(', '),
    after: cell.after.join(', '),
  };
  return {
    kind: 'witness',
    switches,
    steps: run.moves.length,
    fewest,
    until,
    table: columnTable(run),
    trace: itfText(traceOf(run, origin)),
  };
}

type Prepared =
  | { readonly ok: true; readonly buffered: Buffered; readonly pair: Pair }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

function prepare(program: Program, cell: ComparedCell): Prepared {
  const compiled = compileScenario(program, cell.subject, cell.sizes, cell.properties);
  if (!compiled.ok) return compiled;
  const { system } = compiled;
  const numbersOf = (ids: readonly string[]): readonly number[] =>
    ids.map((id) => system.properties.findIndex((one) => one.id === id));
  return {
    ok: true,
    buffered: underMemoryModel(system, cell.memoryModel),
    pair: { before: numbersOf(cell.before), after: numbersOf(cell.after) },
  };
}
