/** Properties: their monitors are built with the system, and their handlers become trees at its steps and states. */
import type { Check, Fairness, MonitorNode, PropertyInfo } from '../../ir/system.js';
import { stop } from '../problems.js';
import type { Source, Span } from '../program/source.js';
import { callFunction, type Setup } from '../setup/setup.js';
import { type Cell, type FunctionValue, isComposite, show, type Value } from '../value.js';
import type { Builder } from './builder.js';
import { endsOf, livenessOf, startsOf } from './condition.js';
import { type Machine, newFrame, newMachine, type Observed } from './machine.js';
import { buildMonitor, isSilent } from './tree.js';

export type PropertyDefinition = {
  readonly id: string;
  readonly clause: string;
  readonly monitor: FunctionValue;
  /** Null: all. */
  readonly scenarios: readonly string[] | null;
} & ({ readonly kind: 'always' | 'sometimes' } | { readonly kind: 'liveness'; readonly fairness: Fairness });

const handlerKinds = ['on', 'always', 'at-end', 'eventually', 'leads-to', 'assuming'] as const;

/** One handler of one property. */
export interface Listener {
  readonly property: number;
  readonly kind: (typeof handlerKinds)[number];
  readonly observation: string | null;
  /** Of `leadsTo`. */
  readonly from: FunctionValue | null;
  readonly body: FunctionValue;
  /** For a `sometimes` property: set once what it waits for has happened, so that a run's end can tell. */
  readonly witnessed: Cell | null;
}

/** Runs each property's monitor function on the world. */
export function listenersOf(
  setup: Setup,
  world: Value,
  properties: readonly PropertyDefinition[],
  source: Source,
  span: Span,
): Listener[] {
  return properties.flatMap((property, index) => {
    setup.store.property = property.id;
    const handlers = callFunction(setup, property.monitor, [world], source, span);
    const witnessed = property.kind === 'sometimes' ? newWitness(setup, property) : null;
    setup.store.property = null;
    if (!isComposite(handlers) || handlers.kind !== 'array')
      return stop(
        'model/shape',
        property.monitor.source,
        property.monitor.node,
        show(handlers),
        'a list of handlers',
      );
    const listeners = handlers.items.map((item) => listenerOf(item, index, witnessed, property.monitor));
    checkGoals(property, listeners);
    return listeners;
  });
}

/** Only a liveness property says what must happen. Where it says nothing, it does not apply. */
function checkGoals({ id, kind, monitor }: PropertyDefinition, listeners: readonly Listener[]): void {
  const isOfLiveness = ({ kind: one }: Listener): boolean =>
    one === 'eventually' || one === 'leads-to' || one === 'assuming';
  if (kind === 'liveness' || !listeners.some(isOfLiveness)) return;
  stop(
    'model/shape',
    monitor.source,
    monitor.node,
    `goal or assumption in ${id}`,
    `no such handler in a property of kind ${kind}`,
  );
}

function listenerOf(item: Value, property: number, witnessed: Cell | null, monitor: FunctionValue): Listener {
  const entries = isComposite(item) && item.kind === 'object' ? item.entries : new Map<string, Value>();
  const kind = handlerKinds.find((one) => one === entries.get('kind'));
  const from = entries.get('from');
  const body = entries.get('body');
  const observation = entries.get('observation');
  if (kind === undefined || !isComposite(body) || body.kind !== 'function')
    return stop(
      'model/shape',
      monitor.source,
      monitor.node,
      show(item),
      'a handler: on(...), always(...), atEnd(...), eventually(...), leadsTo(...) or assuming(...)',
    );
  return {
    property,
    kind,
    observation: typeof observation === 'string' ? observation : null,
    from: isComposite(from) && from.kind === 'function' ? from : null,
    body,
    witnessed,
  };
}

function newWitness(setup: Setup, property: PropertyDefinition): Cell {
  const cell: Cell = {
    kind: 'cell',
    index: setup.store.cells.length,
    field: `${property.id}: witnessed`,
    type: 'boolean',
    source: property.monitor.source,
    property: property.id,
    initial: false,
  };
  setup.store.cells.push(cell);
  return cell;
}

/** What the properties say at a step: one tree for each handler that listens to one of its observations. */
export function monitorsOf(
  builder: Builder,
  listeners: readonly Listener[],
): (machine: Machine) => readonly MonitorNode[] {
  const { feasible, interner, texts } = builder;
  const known = new Map<string, { readonly node: MonitorNode; readonly sizes: ReadonlyMap<Cell, number> }>();
  const build = (listener: Listener, index: number, observed: Observed, after: ReadonlyMap<Cell, Value>) => {
    const facts = [...after].map(([cell, value]) => `${cell.index}=${texts.textOf(value)}`);
    const text = `${index}(${observed.args.map(texts.textOf).join(',')})${facts.join(' ')}`;
    const found = known.get(text);
    if (found !== undefined && isCurrent(found.sizes)) {
      feasible.ask(found.sizes.keys());
      return found.node;
    }
    const { result: node, asked } = feasible.watch(() => treeOf(builder, listener, observed.args, after));
    known.set(text, { node, sizes: asked });
    return node;
  };
  const isCurrent = (sizes: ReadonlyMap<Cell, number>): boolean => {
    for (const [cell, size] of sizes) if (feasible.sizeOf(cell) !== size) return false;
    return true;
  };
  const byObservation = new Map<string | null, (readonly [Listener, number])[]>();
  for (const [index, listener] of listeners.entries()) {
    if (listener.kind !== 'on') continue;
    byObservation.set(listener.observation, [
      ...(byObservation.get(listener.observation) ?? []),
      [listener, index],
    ]);
  }
  return (machine) => {
    const after = stateAfter(machine);
    return machine.observed.flatMap((observed) =>
      (byObservation.get(observed.name) ?? []).flatMap(([listener, index]) => {
        const node = build(listener, index, observed, after);
        return isSilent(node) ? [] : [interner.intern(node)];
      }),
    );
  };
}

/** What a step knows of the state after it. */
function stateAfter(machine: Machine): ReadonlyMap<Cell, Value> {
  return new Map([...machine.known, ...machine.writes]);
}

/** The checks on every state and on every last state, and what must happen. */
export function ownChecks(
  builder: Builder,
  listeners: readonly Listener[],
  definitions: readonly PropertyDefinition[],
): {
  readonly properties: readonly PropertyInfo[];
  readonly invariants: readonly Check[];
  readonly atEnd: readonly Check[];
} {
  const checks = (kind: Listener['kind']): Check[] =>
    listeners
      .filter((listener) => listener.kind === kind)
      .map((listener) => ({
        property: listener.property,
        node: treeOf(builder, listener, [], new Map()),
      }))
      .filter((check) => !isSilent(check.node));
  const properties = definitions.map((definition, index): PropertyInfo => {
    const { id, clause } = definition;
    if (definition.kind !== 'liveness') return { id, clause, kind: definition.kind };
    const own = listeners.filter(({ property }) => property === index);
    return { id, clause, kind: 'liveness', ...livenessOf(builder, own, definition.fairness) };
  });
  const ofGoals = (checksOf: typeof startsOf): readonly Check[] =>
    properties
      .flatMap((property, index) => (property.kind === 'liveness' ? checksOf(builder, index, property) : []))
      .filter((check) => !isSilent(check.node));
  const declined = properties.flatMap((_, property): Check[] => {
    const witnessed = listeners.find((listener) => listener.property === property)?.witnessed;
    if (witnessed === undefined || witnessed === null) return [];
    const note: MonitorNode = { kind: 'note', writes: [], signals: [{ property, kind: 'declined' }] };
    return [
      { property, node: { kind: 'test', cell: witnessed.index, branches: [{ values: [0], node: note }] } },
    ];
  });
  return {
    properties,
    invariants: [...checks('always'), ...ofGoals(startsOf)],
    atEnd: [...checks('at-end'), ...ofGoals(endsOf), ...declined],
  };
}

function treeOf(
  builder: Builder,
  listener: Listener,
  args: readonly Value[],
  known: ReadonlyMap<Cell, Value>,
): MonitorNode {
  const { body } = listener;
  const frame = newFrame(builder.codes.codeOf(body), body.node, body.scope, args, null);
  const machine = newMachine(listener.kind === 'on' ? 'handler' : 'check', [frame]);
  for (const [cell, value] of known) machine.known.set(cell, value);
  return buildMonitor(builder, listener.property, listener.witnessed, machine);
}
