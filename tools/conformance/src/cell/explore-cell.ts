/** Explores one cell: compiles it with all its properties, searches every state, and keeps what verdicts need. */
import {
  assert,
  type Coverage,
  checkLiveness,
  compileScenario,
  coverageOf,
  type Exploration,
  explore,
  type Fairness,
  failuresOf,
  isEnough,
  type Program,
  type SignalKind,
  type System,
  signalKinds,
  underMemoryModel,
} from '@quiesce/checker';
import type { Diagnostic } from '@quiesce/contract';
import type { Cell } from './cell.js';
import type { CellResult } from './cell-result.js';
import { watchedBy } from './watched-by.js';

/** The model does not compile for this cell. */
export interface CellBroken {
  readonly kind: 'broken';
  readonly diagnostics: readonly Diagnostic[];
}

export interface CellOptions {
  /** Called from time to time with the number of states so far. */
  readonly onProgress?: (states: number) => void;
  /** Fewer states than the bounds of the cell allow: for a first try. */
  readonly maxStates?: number;
}

export function exploreCell(
  program: Program,
  cell: Cell,
  options: CellOptions = {},
): CellResult | CellBroken {
  const compiled = compileScenario(program, cell.subject, cell.sizes, cell.properties);
  if (!compiled.ok) return { kind: 'broken', diagnostics: compiled.diagnostics };
  const buffered = underMemoryModel(compiled.system, cell.memoryModel);
  const { system } = buffered;
  const { maxStates, maxMegabytes } = cell.bounds;
  const exploration = explore(system, {
    engine: 'wasm',
    reduction: cell.reduction,
    maxStates: Math.min(maxStates, options.maxStates ?? maxStates),
    maxBytes: maxMegabytes * 2 ** 20,
    onProgress: (progress) => options.onProgress?.(progress.states),
  });
  const { states, transitions, depth, ends, deadlocks } = exploration;
  const signals = signalsOf(system, exploration);
  const ofStates = exploration.stoppedBy ?? (isEnough(buffered, exploration.edgesTaken) ? null : 'buffers');
  // Runs without end are only looked for where all states are known.
  const liveness = ofStates === null ? livenessIn(program, cell, system, signals) : noLiveness;
  const stoppedBy = ofStates ?? liveness.stoppedBy;
  return {
    kind: 'explored',
    states,
    transitions,
    reduced: exploration.reduction !== 'none',
    depth,
    complete: stoppedBy === null,
    stoppedBy,
    buffers: buffered.longest,
    ends,
    deadlocks,
    signals: liveness.signals ?? signals,
    wouldHoldUnder: liveness.wouldHoldUnder,
    failures: exploration.failures.map((failure) => ({ ...failure, ...failureAt(system, failure) })),
    lines: linesOf(coverageOf(system, exploration.edgesTaken)),
  };
}

interface LivenessIn extends Pick<CellResult, 'wouldHoldUnder' | 'stoppedBy'> {
  /** With the violations; null: nothing is added. */
  readonly signals: CellResult['signals'] | null;
}

const noLiveness: LivenessIn = { signals: null, wouldHoldUnder: {}, stoppedBy: null };

/** Asks each liveness property by itself: the states of the others only make the graph larger. */
function livenessIn(
  program: Program,
  cell: Cell,
  { properties }: System,
  signals: CellResult['signals'],
): LivenessIn {
  const { maxStates, maxMegabytes } = cell.bounds;
  const asked = properties.filter(
    // What sets no goal in any state is kept by every run.
    ({ id, kind }) => kind === 'liveness' && signals[id]?.includes('applies') === true,
  );
  const violated: Record<string, Fairness | null> = {};
  let stoppedBy: LivenessIn['stoppedBy'] = null;
  for (const { id } of asked) {
    if (signals[id]?.includes('violated') === true) {
      // By a run that ends, which no fairness goes on with.
      violated[id] = null;
      continue;
    }
    const own = watchedBy(program, cell, [id]);
    assert(own.ok, 'a cell that compiles with all its properties does so with one');
    const found = checkLiveness(own.system, 0, { maxStates, maxBytes: maxMegabytes * 2 ** 20 });
    if (found.kind === 'violated') violated[id] = found.holdsUnder;
    if (found.kind === 'unknown') stoppedBy = found.stoppedBy;
  }
  const told = Object.keys(violated).map((id): readonly [string, readonly SignalKind[]] => [
    id,
    signalKinds.filter((kind) => kind === 'violated' || signals[id]?.includes(kind) === true),
  ]);
  return { signals: { ...signals, ...Object.fromEntries(told) }, wouldHoldUnder: violated, stoppedBy };
}

function signalsOf(
  { properties }: System,
  { signals }: Exploration,
): Readonly<Record<string, readonly SignalKind[]>> {
  const given = properties.map(({ id }, index) => {
    const kinds = signalKinds.filter((kind) => signals[index]?.[kind] === true);
    return [id, kinds] as const;
  });
  return Object.fromEntries(given.filter(([, kinds]) => kinds.length > 0));
}

function failureAt(
  { processes }: System,
  { process, edge }: Exploration['failures'][number],
): Pick<CellResult['failures'][number], 'message' | 'place'> {
  const own = processes[process];
  const failure = own === undefined ? undefined : failuresOf(own).find((one) => one.edge === edge);
  assert(failure !== undefined, 'a failure that fired stands in the system');
  return { message: failure.message, place: failure.place };
}

/** A line of several accesses is taken if one of them is. */
function linesOf({ accesses }: Coverage): CellResult['lines'] {
  const byLine = new Map<string, CellResult['lines'][number]>();
  for (const { place, functions, executed } of accesses) {
    const { file, line } = place;
    const name = `${file}:${line}`;
    const known = byLine.get(name);
    byLine.set(name, {
      file,
      line,
      functions: [...new Set([...(known?.functions ?? []), ...functions])],
      taken: executed || known?.taken === true,
    });
  }
  return [...byLine.values()];
}
