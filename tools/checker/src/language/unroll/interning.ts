/**
 * One object for each distinct tree: the unrolling builds the same subtrees again and again, and has to tell whether
 * two are the same.
 */
import type { Condition, MonitorNode, Node } from '../../ir/system.js';

export interface Interner {
  /** The tree that stands for all equal ones. What it is made of must have been interned before it. */
  readonly intern: <N extends Node | MonitorNode | Condition>(node: N) => N;
}

export function newInterner(): Interner {
  const numbers = new Map<object, number>();
  const byText = new Map<string, Node | MonitorNode | Condition>();
  const numberOf = (node: Node | MonitorNode | Condition): number => numbers.get(intern(node)) ?? 0;
  const textOf = (node: Node | MonitorNode | Condition): string => {
    switch (node.kind) {
      case 'test':
        return `test ${node.cell} ${node.branches.map((one) => `${one.values.join(',')}:${numberOf(one.node)}`).join(' ')}`;
      case 'choose':
        return `choose ${node.nodes.map(numberOf).join(' ')}`;
      case 'leaf': {
        const writes = node.writes.map((one) => `${one.cell}=${one.value}`).join(' ');
        const monitors = node.monitors.map(numberOf).join(' ');
        return `leaf ${node.target} ${writes} ${monitors} ${node.observations.length === 0 ? '' : JSON.stringify(node.observations)}`;
      }
      case 'note': {
        const writes = node.writes.map((one) => `${one.cell}=${one.value}`).join(' ');
        return `note ${writes} ${node.signals.map((one) => `${one.property} ${one.kind}`).join(' ')}`;
      }
      case 'failure':
      case 'blocked':
      case 'holds':
      case 'fails':
        return JSON.stringify(node);
    }
  };
  const intern = <N extends Node | MonitorNode | Condition>(node: N): N => {
    if (numbers.has(node)) return node;
    const text = textOf(node);
    const known = byText.get(text);
    // The text names the kind and all that it holds, so what it stands for has the same type.
    if (known !== undefined) return known as N;
    byText.set(text, node);
    numbers.set(node, numbers.size);
    return node;
  };
  return { intern };
}
