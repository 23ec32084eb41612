/**
 * What was read at one place of a file, as it is after the text moved. Readings hold offsets at many levels (places of
 * values, findings, their fixes), all under the same few names; so they are moved by name and not type by type.
 */

import type { TextPlace } from '@quiesce/contract';

/** How far a text has moved; each may be negative. It has moved by whole lines: columns stay. */
export interface Distance {
  readonly offset: number;
  readonly line: number;
}

const offsets: ReadonlySet<string> = new Set(['start', 'end']);
const lines: ReadonlySet<string> = new Set(['line', 'endLine']);

/** `value` is plain data; sets in it are kept as they are. */
export function movePlaces<Value>(value: Value, by: Distance): Value {
  return (by.offset === 0 && by.line === 0 ? value : moved(value, by)) as Value;
}

function moved(value: unknown, by: Distance): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Set) return value;
  if (Array.isArray(value)) return value.length === 0 ? value : value.map((item) => moved(item, by));
  if (isTextPlace(value)) return movedPlace(value, by);
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'number') result[key] = moved(inner, by);
    else if (offsets.has(key)) result[key] = inner + by.offset;
    else result[key] = lines.has(key) ? inner + by.line : inner;
  }
  return result;
}

function isTextPlace(value: object): value is TextPlace {
  return 'file' in value && 'endColumn' in value && 'start' in value;
}

/** Nearly all that moves is places, so they are not moved key by key. */
function movedPlace(place: TextPlace, by: Distance): TextPlace {
  const { file, line, column, endLine, endColumn, start, end } = place;
  return {
    file,
    line: line + by.line,
    column,
    endLine: endLine + by.line,
    endColumn,
    start: start + by.offset,
    end: end + by.offset,
  };
}
