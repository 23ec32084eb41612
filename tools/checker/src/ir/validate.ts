/**
 * The rules that the IR's types cannot state: indices that exist, partitions, the numbering of edges, who may touch
 * what. The readers of the IR rely on them and do not test again; a compiler that breaks one has a bug.
 */
import type { Branch, Check, Condition, Leaf, MonitorNode, Node, System, Write } from './system.js';

/** One sentence for each rule that is broken; empty if the system is sound. */
export function validate(system: System): readonly string[] {
  return [
    ...cellProblems(system),
    ...system.processes.flatMap((_, process) => processProblems(system, process)),
    ...checkProblems(system, 'invariant', system.invariants),
    ...checkProblems(system, 'check at the end', system.atEnd),
    ...system.properties.flatMap((property) => {
      if (property.kind !== 'liveness') return [];
      const { id, goals, assumptions } = property;
      const conditions = [
        ...goals.flatMap(({ from, to }) => (from === null ? [to] : [from, to])),
        ...assumptions,
      ];
      return conditions.flatMap((one) => conditionProblems(system, `condition of ${id}`, one));
    }),
  ];
}

function cellProblems(system: System): string[] {
  return system.cells.flatMap((cell, index) => {
    const where = `cell ${index} (${cell.name})`;
    const found: string[] = [];
    if (new Set(cell.domain).size !== cell.domain.length)
      found.push(`${where} prints two values in the same way`);
    if (cell.domain.length === 0) found.push(`${where} has an empty domain`);
    else if (!isIndex(cell.initial, cell.domain)) found.push(`${where} starts outside its domain`);
    return found;
  });
}

function processProblems(system: System, index: number): string[] {
  const process = system.processes[index]!;
  const found: string[] = [];
  if (!isIndex(process.entry, process.points)) found.push(`process ${process.name} has no entry point`);
  let edge = 0;
  process.points.forEach((point, number) => {
    const where = `process ${process.name}, point ${number}`;
    const { action } = point;
    if ('cell' in action && !isIndex(action.cell, system.cells))
      found.push(`${where}: the action names no cell`);
    if ((action.kind === 'end') !== (point.step === null))
      found.push(`${where}: an end, and only an end, takes no step`);
    if (point.step === null) return;
    const walk = (node: Node): void => {
      switch (node.kind) {
        case 'test':
          found.push(...testProblems(system, where, node.cell, node.branches));
          if (system.cells[node.cell]?.role === 'monitor') found.push(`${where} reads a monitor's cell`);
          for (const branch of node.branches) walk(branch.node);
          return;
        case 'choose':
          if (node.nodes.length === 0) found.push(`${where} chooses from nothing`);
          for (const one of node.nodes) walk(one);
          return;
        case 'leaf':
        case 'failure':
          if (node.edge !== edge) found.push(`${where}: edge ${node.edge} stands where ${edge} is due`);
          edge = node.edge + 1;
          if (node.kind === 'leaf') found.push(...leafProblems(system, process.points, where, node));
          return;
        case 'blocked':
          return;
      }
    };
    walk(point.step);
  });
  return found;
}

function leafProblems(
  system: System,
  points: readonly unknown[],
  step: string,
  leaf: Leaf,
): readonly string[] {
  const where = `${step}, edge ${leaf.edge}`;
  return [
    ...(isIndex(leaf.target, points) ? [] : [`${where} leads to no point`]),
    ...writeProblems(system, where, leaf.writes, 'shared'),
    ...leaf.monitors.flatMap((monitor) => monitorProblems(system, `${where}, monitor`, monitor, true)),
  ];
}

function checkProblems(system: System, kind: string, checks: readonly Check[]): string[] {
  return checks.flatMap((check, index) => {
    const where = `${kind} ${index}`;
    const found = monitorProblems(system, where, check.node, false);
    return isIndex(check.property, system.properties) ? found : [...found, `${where} names no property`];
  });
}

function monitorProblems(system: System, where: string, node: MonitorNode, mayWrite: boolean): string[] {
  switch (node.kind) {
    case 'test':
      return [
        ...testProblems(system, where, node.cell, node.branches),
        ...node.branches.flatMap((branch) => monitorProblems(system, where, branch.node, mayWrite)),
      ];
    case 'note':
      return [
        ...(mayWrite
          ? writeProblems(system, where, node.writes, 'monitor')
          : node.writes.map(() => `${where} writes`)),
        ...node.signals
          .filter((signal) => !isIndex(signal.property, system.properties))
          .map(() => `${where} gives a signal of no property`),
      ];
  }
}

function conditionProblems(system: System, where: string, condition: Condition): readonly string[] {
  if (condition.kind !== 'test') return [];
  const { cell, branches } = condition;
  return [
    ...testProblems(system, where, cell, branches),
    ...branches.flatMap(({ node }) => conditionProblems(system, where, node)),
  ];
}

function testProblems(
  system: System,
  where: string,
  cell: number,
  branches: readonly Branch<unknown>[],
): string[] {
  const tested = system.cells[cell];
  if (tested === undefined) return [`${where} tests no cell`];
  const found: string[] = [];
  const seen = new Set<number>();
  for (const { values } of branches) {
    if (values.length === 0) found.push(`${where}: a branch on ${tested.name} has no value`);
    values.forEach((value, index) => {
      if (!isIndex(value, tested.domain)) found.push(`${where}: a branch has a value outside ${tested.name}`);
      if (index > 0 && value <= values[index - 1]!)
        found.push(`${where}: a branch on ${tested.name} is not ascending`);
      else if (seen.has(value)) found.push(`${where}: two branches hold the same value of ${tested.name}`);
      seen.add(value);
    });
  }
  return found;
}

function writeProblems(
  system: System,
  where: string,
  writes: readonly Write[],
  role: 'shared' | 'monitor',
): string[] {
  const seen = new Set<number>();
  return writes.flatMap(({ cell, value }) => {
    const target = system.cells[cell];
    if (target === undefined) return [`${where} writes no cell`];
    const found: string[] = [];
    if (seen.has(cell)) found.push(`${where} writes ${target.name} twice`);
    seen.add(cell);
    if (target.role !== role) found.push(`${where} writes ${target.name}, which is not a ${role} cell`);
    if (!isIndex(value, target.domain)) found.push(`${where} writes a value outside ${target.name}`);
    return found;
  });
}

function isIndex(value: number, list: readonly unknown[]): boolean {
  return Number.isInteger(value) && value >= 0 && value < list.length;
}
