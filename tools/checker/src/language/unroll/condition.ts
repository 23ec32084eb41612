/** What must happen: the conditions of a liveness property, as trees over the cells that they read. */
import { assert } from '../../assert.js';
import type { Branch, Check, Condition, Goal, Liveness, MonitorNode, Signal } from '../../ir/system.js';
import { stop } from '../problems.js';
import { type FunctionValue, show } from '../value.js';
import { advance } from './advance.js';
import type { Builder } from './builder.js';
import { cloneMachine, type Machine, newFrame, newMachine } from './machine.js';
import type { Listener } from './monitor.js';
import { isSilent, mergeBranches } from './tree.js';

/** The goals and assumptions among a property's handlers. */
export function livenessOf(
  builder: Builder,
  listeners: readonly Listener[],
  fairness: Liveness['fairness'],
): Liveness {
  return {
    fairness,
    goals: listeners.flatMap(({ kind, from, body }): readonly Goal[] => {
      // A condition that cannot be told in a state must not make the promise look kept.
      if (kind === 'eventually') return [{ from: null, to: conditionOf(builder, body, 'fails') }];
      if (kind !== 'leads-to') return [];
      assert(from !== null, 'leadsTo has two conditions');
      return [{ from: conditionOf(builder, from, 'holds'), to: conditionOf(builder, body, 'fails') }];
    }),
    assumptions: listeners
      .filter(({ kind }) => kind === 'assuming')
      .map(({ body }) => conditionOf(builder, body, 'holds')),
  };
}

/** The property applies where a goal is set: otherwise a promise about what never begins would look kept. */
export function startsOf(builder: Builder, property: number, { goals }: Liveness): readonly Check[] {
  const applies = note({ property, kind: 'applies' });
  return goals.map(({ from }) => ({
    property,
    node: from === null ? applies : decided(builder, from, applies, nothing),
  }));
}

/**
 * A state without steps lasts for ever. One that sets a goal and is not it breaks the promise, whatever came before, and
 * so speaks of a deadlock.
 */
export function endsOf(
  builder: Builder,
  property: number,
  { goals, assumptions }: Liveness,
): readonly Check[] {
  return goals.flatMap(({ from, to }): readonly Check[] => {
    if (from === null) return [];
    const missed = decided(builder, to, nothing, note({ property, kind: 'violated' }));
    const node = [from, ...assumptions].reduce((rest, one) => decided(builder, one, rest, nothing), missed);
    return [{ property, node }];
  });
}

const nothing: MonitorNode = { kind: 'note', writes: [], signals: [] };

function note(signal: Signal): MonitorNode {
  return { kind: 'note', writes: [], signals: [signal] };
}

/** `yes` where the condition holds, `no` where it does not. */
function decided({ domains }: Builder, condition: Condition, yes: MonitorNode, no: MonitorNode): MonitorNode {
  const build = (node: Condition): MonitorNode => {
    if (node.kind !== 'test') return node.kind === 'holds' ? yes : no;
    const told = node.branches.flatMap(({ values }) => values);
    const others = domains.cells[node.cell]!.domain.flatMap((_, value) =>
      told.includes(value) ? [] : [value],
    );
    const branches = [
      ...node.branches.map((branch) => ({ values: branch.values, node: build(branch.node) })),
      ...(others.length === 0 ? [] : [{ values: others, node: no }]),
    ];
    return { kind: 'test', cell: node.cell, branches: branches.filter((branch) => !isSilent(branch.node)) };
  };
  return build(condition);
}

function conditionOf(builder: Builder, body: FunctionValue, onFailure: 'holds' | 'fails'): Condition {
  const frame = newFrame(builder.codes.codeOf(body), body.node, body.scope, [], null);
  const build = (machine: Machine): Condition => {
    const happening = advance(builder, machine);
    switch (happening.kind) {
      case 'unknown': {
        const { branches, isWhole } = mergeBranches(builder, happening.cell, (fork) => {
          const copy = cloneMachine(machine);
          fork(copy.known);
          return build(copy);
        });
        return tested(happening.cell.index, branches, isWhole);
      }
      case 'ended':
        if (typeof machine.result !== 'boolean')
          return stop('model/shape', body.source, body.node, show(machine.result), 'true or false');
        return { kind: machine.result ? 'holds' : 'fails' };
      case 'failed':
        return { kind: onFailure };
      default:
        assert(false, 'a condition has no boundaries, blocks nowhere and makes no choice');
    }
  };
  return build(newMachine('condition', [frame]));
}

function tested(
  cell: number,
  branches: readonly Branch<Condition>[],
  isWhole: (branch: Branch<Condition>) => boolean,
): Condition {
  const open = branches.filter(({ node }) => node.kind !== 'fails');
  const [only] = open;
  if (only === undefined) return { kind: 'fails' };
  return isWhole(only) ? only.node : { kind: 'test', cell, branches: open };
}
