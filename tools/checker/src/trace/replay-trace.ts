/**
 * Follows a trace from a file through a system that may have been edited since. Points and edges are numbered anew with
 * every edit, so a step is found by what it does: its process, its words, and the values after it. A trace is thus a
 * regression test that lives on until the behaviour that it shows is gone.
 *
 * Steps that look the same from outside can lead to different points; all of them are followed at once.
 */
import type { Diagnostic, Place } from '@quiesce/contract';
import { initialState, type Move, movesOf, type State, sameState } from '../ir/interpret.js';
import type { System } from '../ir/system.js';
import type { LivenessTarget, Target } from '../search/story.js';
import type { TracePlaces } from './read-itf.js';
import { endingOf, type Run } from './replay.js';
import { actionText, pointOf, stepText } from './step-text.js';
import { processNames, type Trace, type TraceMove, type TraceState, variableNames } from './trace.js';

export type ReplayedTrace =
  /** Warnings name cells that are only in the trace or only in the system; they were left out of the comparison. */
  | { readonly ok: true; readonly run: Run; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Follows the trace; the first step that does not fit ends it. */
export function replayTrace(system: System, trace: Trace, places: TracePlaces): ReplayedTrace {
  const comparison = comparisonOf(system, trace);
  const diagnostics = comparison.notes.map((message) =>
    diagnosticAt('trace/other-cells', places.variables, message, 'warning'),
  );
  const give = (code: string, place: Place | undefined, message: string): ReplayedTrace => ({
    ok: false,
    diagnostics: [...diagnostics, diagnosticAt(code, place ?? places.target, message, 'error')],
  });

  const start = initialState(system);
  const wrong = differences(system, comparison, trace.states[0]!, start);
  if (wrong !== null)
    return give(
      'trace/other-start',
      places.states[0],
      `Unexpected start with ${wrong.got}, expected ${wrong.expected}`,
    );

  let paths: readonly Path[] = [{ state: start, move: null, before: null }];
  for (const [index, move] of trace.moves.entries()) {
    const process = processNames(system).indexOf(move.process);
    if (process === -1)
      return give(
        'trace/unknown-process',
        places.moves[index],
        `Unexpected process ${move.process}, expected one of ${processNames(system).join(', ')}`,
      );
    const follow: Follow = { system, comparison, process, move, after: trace.states[index + 1] ?? null };
    const next = followed(follow, paths);
    if (next.length === 0)
      return give('trace/no-such-step', places.moves[index], `Step ${index + 1}: ${mismatch(follow, paths)}`);
    paths = next;
  }

  const property = 'property' in trace.target ? trace.target.property : null;
  if (property !== null && !system.properties.some(({ id }) => id === property))
    return give(
      'trace/unknown-property',
      places.target,
      `Unexpected property ${property}, expected one of ${listed(system.properties.map(({ id }) => id))}`,
    );
  for (const path of paths) {
    const run = arrival(system, trace, path);
    if (run !== null) return { ok: true, run, diagnostics };
  }
  return give(
    'trace/target-not-reached',
    places.target,
    `Unexpected end of the steps, expected ${targetText(trace)} there: all steps still fit the model`,
  );
}

/** A run that fits the trace so far, last move first. `state` is null after a failure. */
interface Path {
  readonly state: State | null;
  readonly move: Move | null;
  readonly before: Path | null;
}

/** One step of the trace to be found again. `after` is null where it fails. */
interface Follow {
  readonly system: System;
  readonly comparison: Comparison;
  readonly process: number;
  readonly move: TraceMove;
  readonly after: TraceState | null;
}

/** The cells that trace and system both have: index in the system, index in the trace. */
interface Comparison {
  readonly pairs: readonly (readonly [cell: number, variable: number])[];
  readonly notes: readonly string[];
}

function comparisonOf(system: System, trace: Trace): Comparison {
  const names = variableNames(system);
  const gone = trace.variables.filter((name) => !names.includes(name));
  const added = names.filter((name) => !trace.variables.includes(name));
  return {
    pairs: names.flatMap((name, cell): readonly (readonly [number, number])[] => {
      const variable = trace.variables.indexOf(name);
      return variable === -1 ? [] : [[cell, variable]];
    }),
    notes: [
      ...(gone.length > 0
        ? [`The model no longer has ${listed(gone)}; the values in the trace were not compared`]
        : []),
      ...(added.length > 0
        ? [`The trace does not have ${listed(added)}; the values in the model were not compared`]
        : []),
    ],
  };
}

function followed(follow: Follow, paths: readonly Path[]): readonly Path[] {
  const next: Path[] = [];
  for (const path of paths) {
    if (path.state === null) continue;
    const fitting = movesOf(follow.system, path.state, follow.process).filter((move) =>
      fits(follow, path.state!, move),
    );
    // The edge of the trace first: where nothing was edited, this is the run that was recorded.
    const ordered = [
      ...fitting.filter((move) => move.edge === follow.move.edge),
      ...fitting.filter((move) => move.edge !== follow.move.edge),
    ];
    for (const move of ordered) {
      const state = move.kind === 'step' ? move.next : null;
      const known = next.some((one) => state !== null && one.state !== null && sameState(one.state, state));
      if (!known) next.push({ state, move, before: path });
    }
  }
  return next;
}

function fits({ system, comparison, move, after }: Follow, before: State, candidate: Move): boolean {
  if (stepText(system, before, candidate) !== move.text) return false;
  if (candidate.kind === 'failure') return after === null;
  return after !== null && differences(system, comparison, after, candidate.next) === null;
}

function differences(
  system: System,
  { pairs }: Comparison,
  expected: TraceState,
  got: State,
): { readonly expected: string; readonly got: string } | null {
  const wrong = pairs.flatMap(([cell, variable]) => {
    const { name, domain } = system.cells[cell]!;
    const value = domain[got.cells[cell]!]!;
    const wanted = expected.values[variable]!;
    return value === wanted ? [] : [{ got: `${name} == ${value}`, expected: `${name} == ${wanted}` }];
  });
  if (wrong.length === 0) return null;
  return { got: listed(wrong.map((one) => one.got)), expected: listed(wrong.map((one) => one.expected)) };
}

/** Why no path can take the step. */
function mismatch(follow: Follow, paths: readonly Path[]): string {
  const { system, comparison, process, move, after } = follow;
  const step = `${move.process} ${move.text} (${move.place})`;
  const options = paths.flatMap(({ state }) =>
    state === null
      ? []
      : movesOf(system, state, process).map((one) => ({ one, text: stepText(system, state, one) })),
  );
  const alike = options.find(({ text }) => text === move.text);
  if (alike?.one.kind === 'step' && after !== null) {
    const wrong = differences(system, comparison, after, alike.one.next);
    if (wrong !== null) return `Unexpected ${wrong.got} after ${step}, expected ${wrong.expected}`;
  }
  if (options.length > 0)
    return `Unexpected ${listed([...new Set(options.map(({ text }) => text))], ' or ')} of ${move.process}, expected ${step}`;
  const state = paths.find((path) => path.state !== null)?.state ?? null;
  if (state === null) return `Unexpected end by a failure, expected ${step}`;
  const point = pointOf(system, state, process);
  return point.step === null
    ? `Unexpected end of ${move.process}, expected ${step}`
    : `Unexpected wait of ${move.process} at ${actionText(system, point.action)}, expected ${step}`;
}

function arrival(system: System, trace: Trace, last: Path): Run | null {
  const states: State[] = [];
  const moves: Move[] = [];
  for (let path: Path | null = last; path !== null; path = path.before) {
    if (path.state !== null) states.unshift(path.state);
    if (path.move !== null) moves.unshift(path.move);
  }
  const target = targetIn(system, trace, moves);
  if (target === null) return null;
  const ending = endingOf(system, target, states, moves);
  return ending === null ? null : { system, target, states, moves, ending };
}

function targetIn(system: System, { target }: Trace, moves: readonly Move[]): Target | LivenessTarget | null {
  switch (target.kind) {
    case 'liveness': {
      const property = system.properties.findIndex(({ id }) => id === target.property);
      return { kind: 'liveness', property, loop: target.loop };
    }
    case 'deadlock':
      return target;
    case 'signal': {
      const property = system.properties.findIndex(({ id }) => id === target.property);
      return { kind: 'signal', property, signal: target.signal };
    }
    case 'failure': {
      const last = moves.at(-1);
      return last === undefined ? null : { kind: 'failure', process: last.process, edge: last.edge };
    }
  }
}

function targetText({ target }: Trace): string {
  switch (target.kind) {
    case 'liveness':
      return `a run in which what ${target.property} promises never happens`;
    case 'deadlock':
      return 'a deadlock';
    case 'failure':
      return 'a failure';
    case 'signal':
      return `${target.property} to be ${target.signal === 'applies' ? 'applied' : target.signal}`;
  }
}

function diagnosticAt(
  code: string,
  place: Place,
  message: string,
  severity: 'error' | 'warning',
): Diagnostic {
  const hint =
    severity === 'error'
      ? 'The model has changed since the trace was made. If the change is meant, delete the trace or make it again.'
      : 'Make the trace again if the change is meant.';
  return { code, severity, place, message, hint };
}

/** At most three, and how many more. */
function listed(names: readonly string[], separator = ', '): string {
  const shown = names.slice(0, 3).join(separator);
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
