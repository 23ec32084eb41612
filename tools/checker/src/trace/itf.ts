/**
 * A trace as a file in the Informal Trace Format of Apalache (ADR-015), which other tools read and show. What the format
 * has no place for, the moves above all, stands in its `#meta` under `quiesce`.
 *
 * Each move and each state is one line, so that `diff` shows what has changed between two traces.
 */
import type { Trace, TraceState } from './trace.js';

/** Raised with every change that old files do not survive, a change in the words of `stepText` included. */
export const itfVersion = 1;

const longestLine = 110;

/** The variable that holds the positions of the processes, named as in PlusCal. A cell cannot have this name: see `cellKey`. */
export const positionsKey = 'pc';

/** Ends with a line feed. */
export function itfText(trace: Trace): string {
  const { system, origin, target, moves, variables } = trace;
  const loop = target.kind === 'liveness' ? target.loop : null;
  // The format closes a cycle by its number: the state in which it comes round is not told a second time.
  const states = loop === null ? trace.states : trace.states.slice(0, -1);
  const meta = {
    format: 'ITF',
    'format-description': 'https://apalache-mc.org/docs/adr/015adr-trace.html',
    quiesce: { version: itfVersion, system, origin, target: targetOf(target), moves },
  };
  const keys = variables.map(cellKey);
  const lines = states.map((state, index) => `    ${JSON.stringify(itfState(keys, state, index))}`);
  return [
    '{',
    `  "#meta": ${folded(meta, '  ')},`,
    `  "vars": ${JSON.stringify([...keys, positionsKey])},`,
    '  "states": [',
    lines.join(',\n'),
    loop === null ? '  ]' : `  ],\n  "loop": ${loop}`,
    '}',
    '',
  ].join('\n');
}

/** Where the cycle begins is said by the format itself. */
function targetOf(target: Trace['target']): object {
  return target.kind === 'liveness' ? { kind: target.kind, property: target.property } : target;
}

/** Names that mean something to the format are set apart by a prefix. */
function cellKey(name: string): string {
  return /^(#|pc$|cell:)/.test(name) ? `cell:${name}` : name;
}

/** The name that `cellKey` was given. */
export function cellNameOf(key: string): string {
  return key.startsWith('cell:') ? key.slice('cell:'.length) : key;
}

function itfState(keys: readonly string[], { values, positions }: TraceState, index: number): object {
  return Object.fromEntries([
    ['#meta', { index }],
    ...keys.map((key, cell) => [key, itfValue(values[cell]!)] as const),
    [positionsKey, { '#map': positions }],
  ]);
}

/** Integers as the format wants them, booleans as themselves, all else as text. */
function itfValue(value: string): string | boolean | { readonly '#bigint': string } {
  if (value === 'true' || value === 'false') return value === 'true';
  return isInteger(value) ? { '#bigint': value } : value;
}

/** In the one way to write it. */
export function isInteger(value: string): boolean {
  return /^(0|-?[1-9][0-9]*)$/.test(value);
}

/** On one line if it is short, else one entry a line. */
function folded(value: unknown, margin: string): string {
  const line = JSON.stringify(value);
  if (line.length <= longestLine || typeof value !== 'object' || value === null) return line;
  const inner = `${margin}  `;
  const entries = Array.isArray(value)
    ? value.map((item: unknown) => folded(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${folded(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${inner}${entries.join(`,\n${inner}`)}\n${margin}${close}`;
}
