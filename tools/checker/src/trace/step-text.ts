/**
 * One step in the words of a kernel changelog: `E0.ops = detached`, `T0.reporting == null`, `lock T0.lock`.
 *
 * A trace file holds these texts, and replay finds its steps by them when the model has been edited. So a change of
 * wording here is a change of the file format: raise `itfVersion`.
 */
import { assert } from '../assert.js';
import { type Fact, type Move, type State, valueIn } from '../ir/interpret.js';
import type { Action, Observed, Point, System, Write } from '../ir/system.js';
import { bufferOf, factsOfModel, meantWrites, oldestOf, seenBy, storesIn } from '../memory/view.js';

/** The whole step in one line. */
export function stepText(system: System, before: State, move: Move): string {
  return stepLines(system, before, move).join('; ');
}

/** What the step does first, then each observation as `* name(arguments)`; a failure ends with `BUG: message`. Never empty. */
export function stepLines(system: System, before: State, move: Move): readonly string[] {
  const { process } = move;
  const { action } = pointOf(system, before, process);
  const tested = factsOfModel(system, move.tested);
  const seen = seenBy(system, process, before);
  switch (move.kind) {
    case 'step': {
      if (action.kind === 'flush') return [flushText(system, before, action.process)];
      const { writes, buffered } = meantWrites(system, process, before, move.writes);
      const access = accessLines(system, action, seen, tested, writes, seenBy(system, process, move.next));
      const lines = [
        ...access.map((line) => (buffered ? `${line} (buffered)` : line)),
        ...move.observations.map(observationText),
      ];
      return lines.length === 0 ? ['step()'] : lines;
    }
    case 'failure':
      return [...accessLines(system, action, seen, tested, [], null), `BUG: ${move.failure.message}`];
  }
}

/** `T0.reporting = E0 reaches memory` */
function flushText(system: System, before: State, process: number): string {
  const buffer = bufferOf(system, process);
  const stores = buffer === undefined ? [] : oldestOf(storesIn(buffer, before.cells));
  assert(stores.length > 0, 'a buffer that gives a store to memory has one');
  return reachingText(system, stores);
}

function reachingText(system: System, stores: readonly Write[]): string {
  const texts = stores.map((store) => writeText(system, store)).join(', ');
  return `${texts} ${stores.length === 1 ? 'reaches' : 'reach'} memory`;
}

/** `T0.reporting == E0` */
export function factText(system: System, { cell, value }: Fact): string {
  return `${cellName(system, cell)} == ${valueText(system, cell, value)}`;
}

/** `null` or `E0`: the value as it is printed. */
export function valueText(system: System, cell: number, value: number): string {
  return system.cells[cell]?.domain[value] ?? `value ${value}`;
}

export function cellName(system: System, cell: number): string {
  return system.cells[cell]?.name ?? `cell ${cell}`;
}

export function processName(system: System, process: number): string {
  return system.processes[process]?.name ?? `process ${process}`;
}

/** Where a process stands. */
export function pointOf(system: System, state: State, process: number): Point {
  const point = system.processes[process]?.points[state.points[process] ?? -1];
  if (point === undefined) throw new RangeError(`process ${process} stands at no point of its own`);
  return point;
}

/** The access that starts at a point, for one that waits there: `lock T0.lock`. */
export function actionText(system: System, action: Action): string {
  switch (action.kind) {
    case 'read':
      return `read ${cellName(system, action.cell)}`;
    case 'write':
      return `write ${cellName(system, action.cell)}`;
    case 'rmw':
      return `${action.operation}(${cellName(system, action.cell)})`;
    case 'lock':
    case 'unlock':
      return `${action.kind} ${cellName(system, action.cell)}`;
    case 'fence':
      return action.on === undefined ? `smp_${action.order}()` : `smp_${action.order}_on(${action.on})`;
    case 'atomic':
    case 'when':
      return `${action.kind}()`;
    case 'flush':
      return `store buffer of ${processName(system, action.process)}`;
    case 'end':
      return 'end';
    case 'observe':
      return `* ${action.observation}`;
    case 'local':
      return 'step()';
  }
}

function observationText({ name, arguments: values }: Observed): string {
  return `* ${name}(${values.join(', ')})`;
}

/** `after` is null where the step failed: what it would have written is then unknown. */
function accessLines(
  system: System,
  action: Action,
  before: State,
  tested: readonly Fact[],
  writes: readonly Write[],
  after: State | null,
): readonly string[] {
  switch (action.kind) {
    case 'read': {
      const read = { cell: action.cell, value: valueIn(before.cells, action.cell) };
      return joined(`${factText(system, read)}${mark(action.order)}`, others(system, writes));
    }
    case 'write': {
      if (after === null) return [];
      const written = { cell: action.cell, value: valueIn(after.cells, action.cell) };
      return joined(
        `${writeText(system, written)}${mark(action.order)}`,
        others(system, writes, action.cell),
      );
    }
    case 'rmw':
      return joined(
        `${actionText(system, action)}: ${changeText(system, action.cell, before, after)}`,
        others(system, writes, action.cell),
      );
    case 'lock':
    case 'unlock':
      return joined(actionText(system, action), others(system, writes, action.cell));
    case 'fence':
      // It writes nothing but what it finds in the other's buffer.
      return joined(actionText(system, action), writes.length === 0 ? [] : [reachingText(system, writes)]);
    case 'atomic':
    case 'when': {
      const parts = groupedText(system, tested, writes);
      return parts.length === 0 ? [] : [`${action.kind} ${parts.join(', ')}`];
    }
    case 'observe':
    case 'local':
    case 'flush':
    case 'end':
      return writes.length === 0 ? [] : [others(system, writes).join(', ')];
  }
}

/** What one step tests and writes together: `a == 1`, `b = 2`, and `c: 0 -> 1` for a cell that it does both to. */
function groupedText(system: System, tested: readonly Fact[], writes: readonly Write[]): readonly string[] {
  const written = new Map(writes.map(({ cell, value }) => [cell, value]));
  const known = new Set(tested.map(({ cell }) => cell));
  const looked = [...new Map(tested.map((fact) => [fact.cell, fact])).values()];
  return [
    ...looked.map((fact) => {
      const value = written.get(fact.cell);
      return value === undefined || value === fact.value
        ? factText(system, fact)
        : `${cellName(system, fact.cell)}: ${valueText(system, fact.cell, fact.value)} -> ${valueText(system, fact.cell, value)}`;
    }),
    ...writes.filter(({ cell }) => !known.has(cell)).map((one) => writeText(system, one)),
  ];
}

function changeText(system: System, cell: number, before: State, after: State | null): string {
  const old = valueIn(before.cells, cell);
  const now = after === null ? old : valueIn(after.cells, cell);
  const text = valueText(system, cell, old);
  return now === old ? text : `${text} -> ${valueText(system, cell, now)}`;
}

function writeText(system: System, { cell, value }: Write): string {
  return `${cellName(system, cell)} = ${valueText(system, cell, value)}`;
}

function others(system: System, writes: readonly Write[], except = -1): readonly string[] {
  return writes.filter(({ cell }) => cell !== except).map((one) => writeText(system, one));
}

function joined(first: string, rest: readonly string[]): readonly string[] {
  return [[first, ...rest].join(', ')];
}

function mark(order: 'once' | 'acquire' | 'release' | 'plain'): string {
  return order === 'once' ? '' : ` [${order}]`;
}
