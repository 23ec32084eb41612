/** Compares two promises in one cell: explores it with both, and tells a run for each that only one of them forbids. */
import {
  columnTable,
  compareRuns,
  compileScenario,
  itfText,
  type OnlyRun,
  type Program,
  type Side,
  tellOnly,
  traceOf,
  underMemoryModel,
} from '@quiesce/checker';
import { cellKey, digest } from '../cell/cell-key.js';
import { originOf } from '../cell/origin.js';
import type { ComparedResult, OnlyRuns, Witness } from './compared-result.js';
import type { ComparedCell } from './comparison.js';

export interface CompareCellOptions {
  /** Nodes of the search for a run to tell. */
  readonly maxStoryNodes: number;
  /** Fewer states than the bounds of the cell allow: for a first try. */
  readonly maxStates?: number;
  /** Called from time to time with the number of states so far. */
  readonly onProgress?: (states: number) => void;
}

/** 64 hexadecimal digits: two comparisons with one key give one result. `foundation`: of a `foundationKey`. */
export function comparedKey(foundation: string, cell: ComparedCell, maxStoryNodes: number): string {
  const { before, after } = cell;
  return digest(JSON.stringify([cellKey(foundation, cell), 'compare', before, after, maxStoryNodes]));
}

export function compareCell(
  program: Program,
  cell: ComparedCell,
  { maxStoryNodes, maxStates, onProgress }: CompareCellOptions,
): ComparedResult {
  const compiled = compileScenario(program, cell.subject, cell.sizes, cell.properties);
  if (!compiled.ok) {
    const [first] = compiled.diagnostics;
    const where = first === undefined ? '' : `: ${first.message} (${first.place.file}:${first.place.line})`;
    return { kind: 'incomparable', reason: `they do not compile together in ${cell.id}${where}` };
  }
  const buffered = underMemoryModel(compiled.system, cell.memoryModel);
  const numbersOf = (ids: readonly string[]): readonly number[] =>
    ids.map((id) => compiled.system.properties.findIndex((one) => one.id === id));
  const pair = { before: numbersOf(cell.before), after: numbersOf(cell.after) };
  const { bounds, reduction } = cell;
  const found = compareRuns(buffered, pair, {
    reduction,
    maxStates: Math.min(bounds.maxStates, maxStates ?? bounds.maxStates),
    maxBytes: bounds.maxMegabytes * 2 ** 20,
    onProgress: ({ states }) => onProgress?.(states),
  });
  if (found.kind === 'incomparable') return found;
  const onlyOf = (side: Side): OnlyRuns => {
    const kind = found.only[side];
    if (kind === 'none' || kind === 'unknown') return { kind };
    const told = tellOnly(buffered.system, pair, side, kind, { maxNodes: maxStoryNodes });
    return { kind: 'some', story: told === null ? null : witnessOf(told, kind === 'endless', program, cell) };
  };
  const { states, complete, said } = found;
  return {
    kind: 'compared',
    states,
    complete,
    only: { before: onlyOf('before'), after: onlyOf('after') },
    said,
  };
}

function witnessOf(
  { run, switches, fewest }: OnlyRun,
  endless: boolean,
  program: Program,
  cell: ComparedCell,
): Witness {
  const origin = {
    ...originOf(cell, cell.properties, program.entry.path),
    before: cell.before.join(', '),
    after: cell.after.join(', '),
  };
  return {
    switches,
    steps: run.moves.length,
    fewest,
    endless,
    table: columnTable(run),
    trace: itfText(traceOf(run, origin)),
  };
}
