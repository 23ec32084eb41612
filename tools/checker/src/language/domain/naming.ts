/** What shared objects and cells are called in traces. */
import type { Diagnostic } from '@quiesce/contract';
import { problem } from '../problems.js';
import type { Store } from '../setup/shared-object.js';
import type { Cell, SharedObject } from '../value.js';

/**
 * Names the objects that have no `readonly name` of their own: by the constant field that holds them (`T0.lock`), else by
 * their type and a number (`Fork0`). Returns a problem for each name that two objects of the system share.
 */
export function nameObjects(store: Store): Diagnostic[] {
  for (let changed = true; changed; ) {
    changed = false;
    for (const owner of store.objects) {
      if (owner.name === null) continue;
      for (const [field, value] of owner.fields) {
        if (typeof value !== 'object' || value?.kind !== 'shared' || value.name !== null) continue;
        value.name = `${owner.name}.${field}`;
        changed = true;
      }
    }
  }
  const counts = new Map<string, number>();
  for (const object of store.objects) {
    if (object.name !== null) continue;
    const count = counts.get(object.type.name) ?? 0;
    counts.set(object.type.name, count + 1);
    object.name = `${object.type.name}${count}`;
  }
  return duplicatesOf(store);
}

function duplicatesOf(store: Store): Diagnostic[] {
  const seen = new Set<string>();
  const found: Diagnostic[] = [];
  for (const object of store.objects) {
    if (isOfMonitor(object)) continue;
    const name = object.name ?? '';
    if (seen.has(name)) {
      const { source, declaration } = object.type;
      found.push(problem('model/duplicate-name', source, declaration, 'shared object', name));
    }
    seen.add(name);
  }
  return found;
}

function isOfMonitor(object: SharedObject): boolean {
  for (const field of object.fields.values())
    if (typeof field === 'object' && field?.kind === 'cell' && field.property !== null) return true;
  return false;
}

/** The name of each cell: `T0.reporting`, `forks[2]`, a lock's own name; a property's cells bear its id. */
export function nameCells(store: Store): ReadonlyMap<Cell, string> {
  const names = new Map<Cell, string>();
  for (const object of store.objects) {
    for (const [field, value] of object.fields) {
      if (typeof value !== 'object' || value === null) continue;
      const inner = value.kind === 'cell' ? [value] : value.kind === 'cell-array' ? value.cells : [];
      for (const cell of inner) {
        const plain =
          object.type.name === 'Lock' && field === 'held' ? object.name : `${object.name}.${cell.field}`;
        names.set(cell, cell.property === null ? String(plain) : `${cell.property}: ${plain}`);
      }
    }
  }
  return names;
}
