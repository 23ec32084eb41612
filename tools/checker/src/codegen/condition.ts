/** A condition on a packed state, as JavaScript. */
import type { Condition } from '../ir/system.js';
import { type Layout, valueMask } from './layout.js';

/** Tells whether the condition holds in the state at `offset`. */
export type Predicate = (states: Uint32Array, offset: number) => boolean;

export function compileCondition(condition: Condition, layout: Layout): Predicate {
  const text = (node: Condition): string => {
    if (node.kind !== 'test') return `return ${node.kind === 'holds'};`;
    const { word, shift, ...field } = layout.cells[node.cell]!;
    const cases = node.branches.map(({ values, node: next }) => {
      const labels = values.map((value) => `case ${value}:`).join(' ');
      return `${labels} ${text(next)}`;
    });
    const value = `s[o + ${word}] >>> ${shift} & ${valueMask({ word, shift, ...field })}`;
    return `switch (${value}) { ${cases.join(' ')} } return false;`;
  };
  return new Function('s', 'o', text(condition)) as Predicate;
}
