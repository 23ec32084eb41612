/** The cells of a finished system: their values, numbered, and how they are printed. */
import type { Diagnostic } from '@quiesce/contract';
import { assert } from '../../assert.js';
import type { Cell as IrCell } from '../../ir/system.js';
import { problem } from '../problems.js';
import type { Program } from '../program/program.js';
import type { Span } from '../program/source.js';
import type { Store } from '../setup/shared-object.js';
import { type Cell, show, type Value } from '../value.js';
import { domainOf } from './domain.js';
import { nameCells } from './naming.js';

export interface Domains {
  readonly cells: readonly IrCell[];
  readonly valuesOf: (cell: Cell) => readonly Value[];
  readonly holds: (cell: Cell, value: Value) => boolean;
  /** The number of a value in its cell, which holds it. */
  readonly indexOf: (cell: Cell, value: Value) => number;
  readonly nameOf: (cell: Cell) => string;
  readonly show: (value: Value) => string;
}

const booleans: readonly Value[] = [false, true];

/** Stops the compilation where a domain is not finite. */
export function domainsOf(
  program: Program,
  store: Store,
): { readonly domains: Domains; readonly diagnostics: readonly Diagnostic[] } {
  const names = nameCells(store);
  const byType = new Map<unknown, readonly Value[]>();
  const values = store.cells.map((cell) => {
    if (cell.type === 'boolean') return booleans;
    let found = byType.get(cell.type);
    if (found === undefined) {
      found = domainOf(program, cell.type, cell.source, store.objects);
      byType.set(cell.type, found);
    }
    return found;
  });
  const diagnostics: Diagnostic[] = [];
  const nameOf = (cell: Cell): string => names.get(cell) ?? cell.field;
  const cells = store.cells.map((cell, index): IrCell => {
    const domain = values[index] ?? [];
    const initial = domain.indexOf(cell.initial);
    if (initial < 0) {
      const some = domain.slice(0, 8).map(show).join(', ') + (domain.length > 8 ? ', ...' : '');
      diagnostics.push(
        problem('model/outside-domain', cell.source, spanOf(cell), show(cell.initial), nameOf(cell), some),
      );
    }
    return {
      name: nameOf(cell),
      domain: domain.map(show),
      initial: Math.max(initial, 0),
      role: cell.property === null ? 'shared' : 'monitor',
    };
  });
  const domains: Domains = {
    cells,
    valuesOf: (cell) => values[cell.index] ?? [],
    holds: (cell, value) => (values[cell.index] ?? []).includes(value),
    indexOf: (cell, value) => {
      const index = (values[cell.index] ?? []).indexOf(value);
      assert(index >= 0, 'a write outside the domain fails before it is recorded');
      return index;
    },
    nameOf,
    show,
  };
  return { domains, diagnostics };
}

function spanOf(cell: Cell): Span {
  return cell.type === 'boolean' ? { start: 0, end: 0 } : cell.type;
}
