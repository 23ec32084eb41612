/**
 * Reads a trace back from a file in the Informal Trace Format. A file comes from outside: whatever is wrong with it is a
 * finding with the line, and reading goes on to find more.
 */
import type { Diagnostic, Place } from '@quiesce/contract';
import { type SignalKind, signalKinds } from '../ir/system.js';
import { cellNameOf, isInteger, itfVersion, positionsKey } from './itf.js';
import { type JsonNode, parseJson } from './json.js';
import type { Trace, TraceMove, TraceState, TraceTarget } from './trace.js';

/** Where the parts of a trace stand in its file. */
export interface TracePlaces {
  readonly target: Place;
  /** Of the list of variables. */
  readonly variables: Place;
  readonly states: readonly Place[];
  readonly moves: readonly Place[];
}

export type ReadTrace =
  | { readonly ok: true; readonly trace: Trace; readonly places: TracePlaces }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** `file` is only named in messages. */
export function readItf(text: string, file: string): ReadTrace {
  const reading: Reading = { text, file, diagnostics: [] };
  const parsed = parseJson(text);
  if (!parsed.ok) {
    report(reading, 'trace/syntax', parsed.offset, parsed.message);
    return { ok: false, diagnostics: reading.diagnostics };
  }
  const found = readTrace(reading, parsed.node);
  return found === null ? { ok: false, diagnostics: reading.diagnostics } : { ok: true, ...found };
}

interface Reading {
  readonly text: string;
  readonly file: string;
  readonly diagnostics: Diagnostic[];
}

type Kind = JsonNode['kind'];
type NodeOf<K extends Kind> = Extract<JsonNode, { readonly kind: K }>;

function readTrace(
  reading: Reading,
  root: JsonNode,
): { readonly trace: Trace; readonly places: TracePlaces } | null {
  const top = expectKind(reading, root, 'object', 'the file');
  const own = member(reading, member(reading, top, '#meta', 'object'), 'quiesce', 'object');
  const version = member(reading, own, 'version', 'number');
  if (version !== null && version.value !== itfVersion) {
    const message = `Unexpected version ${version.value} of a trace, expected ${itfVersion}`;
    report(reading, 'trace/version', version.offset, message, 'Make the trace again with `quiesce check`.');
    return null;
  }
  const system = member(reading, own, 'system', 'string');
  const origin = member(reading, own, 'origin', 'object');
  const target = member(reading, own, 'target', 'object');
  const moves = member(reading, own, 'moves', 'array');
  const vars = member(reading, top, 'vars', 'array');
  const states = member(reading, top, 'states', 'array');
  const keys = variablesOf(reading, vars);
  const kind = target?.entries.get('kind');
  const isLiveness = kind?.kind === 'string' && kind.value === 'liveness';
  const loop = isLiveness && top?.entries.has('loop') ? member(reading, top, 'loop', 'number') : null;
  const told = (states?.items ?? []).map((node) => stateOf(reading, keys, node));
  const trace = {
    system: system?.value ?? '',
    origin: originOf(reading, origin),
    target: targetOf(reading, target, loop?.value ?? null),
    variables: keys.map(cellNameOf),
    states: loop === null ? told : [...told, ...cycleEnd(reading, told, loop)],
    moves: (moves?.items ?? []).map((node) => moveOf(reading, node)),
  };
  if (states !== null && moves !== null && reading.diagnostics.length === 0)
    checkLengths(reading, trace.target, trace.states.length, states, moves);
  if (reading.diagnostics.length > 0 || target === null || vars === null) return null;
  const places = {
    target: placeAt(reading, target.offset),
    variables: placeAt(reading, vars.offset),
    states: (states?.items ?? []).map(({ offset }) => placeAt(reading, offset)),
    moves: (moves?.items ?? []).map(({ offset }) => placeAt(reading, offset)),
  };
  return { trace, places };
}

function originOf(reading: Reading, node: NodeOf<'object'> | null): Readonly<Record<string, string>> {
  const entries = [...(node?.entries.keys() ?? [])].map((key) => [key, textOf(reading, node, key)] as const);
  return Object.fromEntries(entries);
}

/** The state to which a run comes back: the format names it by its number. */
function cycleEnd(
  reading: Reading,
  states: readonly TraceState[],
  loop: NodeOf<'number'>,
): readonly TraceState[] {
  const state = states[loop.value];
  if (state === undefined) unexpected(reading, loop, 'the number of a state');
  return state === undefined ? [] : [state];
}

function targetOf(reading: Reading, node: NodeOf<'object'> | null, loop: number | null): TraceTarget {
  const kind = member(reading, node, 'kind', 'string');
  switch (kind?.value) {
    case undefined:
    case 'deadlock':
      return { kind: 'deadlock' };
    case 'failure':
      return { kind: 'failure' };
    case 'signal': {
      const signal = member(reading, node, 'signal', 'string');
      if (signal !== null && !isSignal(signal.value))
        unexpected(reading, signal, `one of ${signalKinds.join(', ')}`);
      const known = signal !== null && isSignal(signal.value) ? signal.value : 'violated';
      return { kind: 'signal', property: textOf(reading, node, 'property'), signal: known };
    }
    case 'liveness':
      return { kind: 'liveness', property: textOf(reading, node, 'property'), loop };
    default:
      unexpected(reading, kind!, 'one of signal, failure, deadlock, liveness');
      return { kind: 'deadlock' };
  }
}

function isSignal(text: string): text is SignalKind {
  return (signalKinds as readonly string[]).includes(text);
}

/** Keys of the cells in each state, without that of the positions. */
function variablesOf(reading: Reading, node: NodeOf<'array'> | null): readonly string[] {
  const seen = new Set<string>();
  for (const item of node?.items ?? []) {
    const name = expectKind(reading, item, 'string', 'a variable');
    if (name === null) continue;
    if (seen.has(name.value)) unexpected(reading, name, 'each variable once');
    seen.add(name.value);
  }
  seen.delete(positionsKey);
  return [...seen];
}

function stateOf(reading: Reading, keys: readonly string[], node: JsonNode): TraceState {
  const state = expectKind(reading, node, 'object', 'a state');
  if (state === null) return { values: [], positions: [] };
  const values = keys.map((key) => {
    const value = state.entries.get(key);
    if (value !== undefined) return printedValue(reading, value);
    report(
      reading,
      'trace/shape',
      state.offset,
      `Unexpected state without ${key}, expected a value for each variable`,
    );
    return '';
  });
  const pairs = member(reading, member(reading, state, positionsKey, 'object'), '#map', 'array');
  const positions = (pairs?.items ?? []).map((pair): readonly [string, string] => {
    const [process, position] = pair.kind === 'array' && pair.items.length === 2 ? pair.items : [];
    if (process?.kind === 'string' && position?.kind === 'string') return [process.value, position.value];
    unexpected(reading, pair, 'a process and its position');
    return ['', ''];
  });
  return { values, positions };
}

function printedValue(reading: Reading, node: JsonNode): string {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'boolean':
      return String(node.value);
    case 'object': {
      const integer = node.entries.get('#bigint');
      if (integer?.kind === 'string' && isInteger(integer.value)) return integer.value;
      break;
    }
    default:
      break;
  }
  unexpected(reading, node, 'a string, a boolean or an integer as { "#bigint": "12" }');
  return '';
}

function moveOf(reading: Reading, node: JsonNode): TraceMove {
  const move = expectKind(reading, node, 'object', 'a move');
  const edge = member(reading, move, 'edge', 'number');
  return {
    process: textOf(reading, move, 'process'),
    edge: edge?.value ?? 0,
    place: textOf(reading, move, 'place'),
    text: textOf(reading, move, 'text'),
  };
}

/** A move leads from each state to the next; the one that fails, if any, leads nowhere. */
function checkLengths(
  reading: Reading,
  target: TraceTarget,
  count: number,
  states: NodeOf<'array'>,
  moves: NodeOf<'array'>,
): void {
  const closing = count - states.items.length;
  const expected = moves.items.length + (target.kind === 'failure' ? 0 : 1) - closing;
  if (states.items.length === expected && expected > 0) return;
  const message = `Unexpected number of states ${states.items.length}, expected ${Math.max(1, expected)} for ${moves.items.length} moves`;
  report(reading, 'trace/shape', states.offset, message);
}

function textOf(reading: Reading, node: NodeOf<'object'> | null, key: string): string {
  return member(reading, node, key, 'string')?.value ?? '';
}

/** A member that must be there; null, and a finding, if it is not. Where the object is null there was a finding before. */
function member<K extends Kind>(
  reading: Reading,
  node: NodeOf<'object'> | null,
  key: string,
  kind: K,
): NodeOf<K> | null {
  if (node === null) return null;
  const found = node.entries.get(key);
  if (found !== undefined) return expectKind(reading, found, kind, JSON.stringify(key));
  report(
    reading,
    'trace/shape',
    node.offset,
    `Unexpected object without ${JSON.stringify(key)}, expected ${article(kind)} there`,
  );
  return null;
}

function expectKind<K extends Kind>(
  reading: Reading,
  node: JsonNode,
  kind: K,
  what: string,
): NodeOf<K> | null {
  if (node.kind === kind) return node as NodeOf<K>;
  unexpected(reading, node, `${article(kind)} for ${what}`);
  return null;
}

function unexpected(reading: Reading, node: JsonNode, expected: string): void {
  const got = 'value' in node ? `${node.kind} ${JSON.stringify(node.value)}` : node.kind;
  report(reading, 'trace/shape', node.offset, `Unexpected ${got}, expected ${expected}`);
}

function article(kind: Kind): string {
  return kind === 'array' || kind === 'object' ? `an ${kind}` : `a ${kind}`;
}

const defaultHint =
  'The file is not a trace of quiesce, or was edited by hand; make it again with `quiesce check`.';

function report(reading: Reading, code: string, offset: number, message: string, hint = defaultHint): void {
  reading.diagnostics.push({ code, severity: 'error', place: placeAt(reading, offset), message, hint });
}

function placeAt({ text, file }: Reading, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { file, line: before.split('\n').length, column: offset - lineStart + 1 };
}
