/** Finding the cell that an access means, and reading or writing it within a step. */

import type { Domains } from '../domain/domains.js';
import type { Slot } from '../lower/code.js';
import { stop } from '../problems.js';
import type { Span } from '../program/source.js';
import { type Cell, isComposite, show, type Value } from '../value.js';
import type { Frame, Happening, Machine } from './machine.js';

export type Located =
  | { readonly kind: 'cell'; readonly cell: Cell }
  /** A constant: set-up data, a readonly field, a length. */
  | { readonly kind: 'value'; readonly value: Value }
  /** The access cannot be made in this run: null, or an index that is out of range. */
  | { readonly kind: 'failed'; readonly message: string };

/** What `object.key` is, with the values that the frame has now. */
export function cellOf(frame: Frame, objectSlot: Slot, keySlot: Slot, span: Span): Located {
  const object = frame.slots[objectSlot];
  const key = frame.slots[keySlot];
  const { source } = frame.code;
  if (!isComposite(object)) {
    if (object === null || object === undefined)
      return { kind: 'failed', message: `access to the field ${show(key)} of ${show(object)}` };
    return stop('model/no-such-field', source, span, show(key), `a ${typeof object}`);
  }
  switch (object.kind) {
    case 'shared': {
      const field = object.fields.get(String(key));
      if (field === undefined && !object.fields.has(String(key)))
        return stop('model/no-such-field', source, span, show(key), object.type.name);
      return typeof field === 'object' && field?.kind === 'cell'
        ? { kind: 'cell', cell: field }
        : { kind: 'value', value: field };
    }
    case 'object':
      if (!object.entries.has(String(key)))
        return stop('model/no-such-field', source, span, show(key), show(object));
      return { kind: 'value', value: object.entries.get(String(key)) };
    case 'cell-array': {
      if (key === 'length') return { kind: 'value', value: object.cells.length };
      if (typeof key !== 'number')
        return stop('model/no-such-field', source, span, show(key), 'an array of cells');
      const cell = object.cells[key];
      if (cell === undefined) return { kind: 'failed', message: outOfRange(key, object.cells.length) };
      return { kind: 'cell', cell };
    }
    case 'array': {
      if (key === 'length') return { kind: 'value', value: object.items.length };
      if (typeof key === 'string')
        return { kind: 'value', value: { kind: 'method', name: key, array: object } };
      if (typeof key !== 'number' || !(key in object.items))
        return { kind: 'failed', message: outOfRange(key, object.items.length) };
      return { kind: 'value', value: object.items[key] };
    }
    default:
      return stop('model/no-such-field', source, span, show(key), show(object));
  }
}

function outOfRange(key: Value, length: number): string {
  return `index ${show(key)} of an array of ${length}`;
}

/** A cell's value within the step, or that the machine needs it. */
export type Known = { readonly kind: 'known'; readonly value: Value } | (Happening & { kind: 'unknown' });

/** What the step sees in a cell: its own write, else what it knows from before the step. */
export function readCell(machine: Machine, frame: Frame, span: Span, cell: Cell): Known {
  if (machine.mode === 'process' && cell.property !== null)
    stop('model/process-reads-monitor', frame.code.source, span, cell.field);
  const from = machine.writes.has(cell) ? machine.writes : machine.known;
  if (!from.has(cell)) return { kind: 'unknown', cell };
  machine.acted = true;
  return { kind: 'known', value: from.get(cell) };
}

/**
 * Records a write. `null` if all is well; a property writes its own state only, and a process never touches a
 * property's.
 */
export function writeCell(
  domains: Domains,
  machine: Machine,
  frame: Frame,
  span: Span,
  cell: Cell,
  value: Value,
): Happening | null {
  const { source } = frame.code;
  if (machine.mode === 'process' && cell.property !== null)
    stop('model/process-reads-monitor', source, span, cell.field);
  if (
    machine.mode === 'check' ||
    machine.mode === 'condition' ||
    (machine.mode === 'handler' && cell.property === null)
  )
    stop('model/handler-writes', source, span, cell.field);
  if (!domains.holds(cell, value)) {
    const message = `${domains.nameOf(cell)} becomes ${show(value)}, which its type does not allow`;
    return { kind: 'failed', message, source, span };
  }
  machine.acted = true;
  machine.writes.set(cell, value);
  return null;
}
