/** Explores one cell: compiles it with all its properties, searches every state, and keeps what verdicts need. */
import {
  assert,
  type Coverage,
  compileScenario,
  coverageOf,
  type Exploration,
  explore,
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
    maxStates: Math.min(maxStates, options.maxStates ?? maxStates),
    maxBytes: maxMegabytes * 2 ** 20,
    onProgress: (progress) => options.onProgress?.(progress.states),
  });
  const { states, transitions, depth, ends, deadlocks } = exploration;
  const stoppedBy = exploration.stoppedBy ?? (isEnough(buffered, exploration.edgesTaken) ? null : 'buffers');
  return {
    kind: 'explored',
    states,
    transitions,
    depth,
    complete: stoppedBy === null,
    stoppedBy,
    buffers: buffered.longest,
    ends,
    deadlocks,
    signals: signalsOf(system, exploration),
    failures: exploration.failures.map((failure) => ({ ...failure, ...failureAt(system, failure) })),
    lines: linesOf(coverageOf(system, exploration.edgesTaken)),
  };
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
