/** Explores one cell: compiles it with all its properties, searches every state, and keeps what verdicts need. */
import {
  assert,
  type Coverage,
  checkAllLiveness,
  compileScenario,
  coverageOf,
  type Exploration,
  explore,
  failuresOf,
  isEnough,
  type LivenessFound,
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
  const liveness = ofStates === null ? livenessIn(program, cell, system, states, signals) : noLiveness;
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

/**
 * In a small system compiling costs more than the states of all properties together; in a large one it does not, and those
 * that do not say what must happen are left out.
 */
const fewStates = 300_000;

function livenessIn(
  program: Program,
  cell: Cell,
  system: System,
  states: number,
  signals: CellResult['signals'],
): LivenessIn {
  // What sets no goal in any state is kept by every run.
  const asked = system.properties.flatMap(({ id, kind }) =>
    kind === 'liveness' && signals[id]?.includes('applies') === true ? [id] : [],
  );
  // One that a run which ends has violated: no fairness goes on with it.
  const ended = asked.filter((id) => signals[id]?.includes('violated') === true);
  const open = asked.filter((id) => !ended.includes(id));
  const found = open.length === 0 ? [] : judged(program, cell, states > fewStates ? null : system, open);
  const violated = found.flatMap((one, index) => (one.kind === 'violated' ? [open[index]!] : []));
  const told = violated.map((id): readonly [string, readonly SignalKind[]] => [
    id,
    signalKinds.filter((kind) => kind === 'violated' || signals[id]?.includes(kind) === true),
  ]);
  const helps = found.flatMap((one, index) =>
    one.kind === 'violated' ? [[open[index]!, one.holdsUnder] as const] : [],
  );
  const stopped = found.find((one) => one.kind === 'unknown');
  return {
    signals: { ...signals, ...Object.fromEntries(told) },
    wouldHoldUnder: Object.fromEntries([...ended.map((id) => [id, null] as const), ...helps]),
    stoppedBy: stopped?.kind === 'unknown' ? stopped.stoppedBy : null,
  };
}

function judged(
  program: Program,
  cell: Cell,
  whole: System | null,
  ids: readonly string[],
): readonly LivenessFound[] {
  const { maxStates, maxMegabytes } = cell.bounds;
  let system = whole;
  if (system === null) {
    const alone = watchedBy(program, cell, ids);
    assert(alone.ok, 'a cell that compiles with all its properties does so with some');
    system = alone.system;
  }
  const numbers = ids.map((id) => system.properties.findIndex((one) => one.id === id));
  return checkAllLiveness(system, numbers, { maxStates, maxBytes: maxMegabytes * 2 ** 20 });
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
