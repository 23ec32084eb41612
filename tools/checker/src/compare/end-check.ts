/**
 * Asks at an end which side forbids the run: what its cell remembers, or what one of the checks on ends says. A check cannot
 * write, so the answers of all of them come together in one decision tree, in which no cell is tested for what is known of it.
 */
import type { Branch, Cell, MonitorNode } from '../ir/system.js';
import type { Tree } from './decision.js';
import type { Side } from './pair.js';

/** Who forbids a run that ends here, by one check. */
export interface Says {
  readonly kind: 'says';
  readonly sides: readonly Side[];
}

export interface EndQuestions {
  readonly questions: readonly Tree<Says>[];
  /** The cells that remember: 1 where the side forbids the run. */
  readonly bits: Readonly<Record<Side, number>>;
  /** What is said where this side alone forbids the run. */
  readonly answer: (side: Side) => MonitorNode;
}

/** Far more than checks on ends of people have; a tree is code that is generated. */
const mostNodes = 50_000;

/** Values that a cell may have on a way through the tree; those of other cells are open. */
type Known = ReadonlyMap<number, readonly number[]>;

/** Null where the tree would be too large. */
export function endCheck(
  cells: readonly Cell[],
  { questions, bits, answer }: EndQuestions,
): MonitorNode | null {
  const asked: readonly Tree<Says>[] = [
    remembered(bits.before, 'before'),
    remembered(bits.after, 'after'),
    ...questions,
  ];
  let nodes = 0;
  const ask = (index: number, forbidding: readonly Side[], known: Known): MonitorNode => {
    const [side] = forbidding;
    // Nothing that is said later can tell the two apart again.
    if (forbidding.length === 2) return silent;
    const question = asked[index];
    if (question === undefined) return side === undefined ? silent : answer(side);
    return walk(question, known, (sides, then) =>
      ask(index + 1, [...new Set([...forbidding, ...sides])], then),
    );
  };
  const walk = (
    node: Tree<Says>,
    known: Known,
    then: (sides: readonly Side[], known: Known) => MonitorNode,
  ): MonitorNode => {
    if (++nodes > mostNodes) return silent;
    if (node.kind !== 'test') return then(node.sides, known);
    const { cell } = node;
    const open = known.get(cell) ?? cells[cell]!.domain.map((_, value) => value);
    const told = node.branches.flatMap(({ values }) => values);
    const ways = [
      ...node.branches,
      { values: open.filter((value) => !told.includes(value)), node: nobody },
    ].map((way) => ({ ...way, values: way.values.filter((value) => open.includes(value)) }));
    const branches = ways
      .filter(({ values }) => values.length > 0)
      .map(
        ({ values, node: next }): Branch<MonitorNode> => ({
          values,
          node: walk(next, new Map([...known, [cell, values]]), then),
        }),
      );
    const [only] = branches;
    if (branches.length === 1 && only !== undefined) return only.node;
    const speaking = branches.filter((branch) => branch.node !== silent);
    return speaking.length === 0 ? silent : { kind: 'test', cell, branches: speaking };
  };
  const node = ask(0, [], new Map());
  return nodes > mostNodes ? null : node;
}

const silent: MonitorNode = { kind: 'note', writes: [], signals: [] };
const nobody: Says = { kind: 'says', sides: [] };

function remembered(cell: number, side: Side): Tree<Says> {
  return { kind: 'test', cell, branches: [{ values: [1], node: { kind: 'says', sides: [side] } }] };
}
