/** Monitors as operators from a record to the record after them. Many steps have the same, so each is written once. */
import type { MonitorNode, Signal, System } from '../../ir/system.js';
import { type TlaNames, textLiteral, valueText } from './names-text.js';

export interface MonitorOperators {
  readonly definitions: readonly string[];
  /** Undefined where the monitor does nothing. */
  readonly nameOf: (monitor: MonitorNode) => string | undefined;
}

export function monitorOperators(system: System, names: TlaNames): MonitorOperators {
  const nameByText = new Map<string, string>();
  const nameByNode = new Map<MonitorNode, string>();
  for (const { points } of system.processes)
    for (const monitor of points.flatMap(({ step }) => (step === null ? [] : monitorsIn(step)))) {
      const text = recordText(system, names, monitor);
      if (text === 'r') continue;
      const name = nameByText.get(text) ?? `Monitor_${nameByText.size}`;
      nameByText.set(text, name);
      nameByNode.set(monitor, name);
    }
  return {
    definitions: [...nameByText].flatMap(([text, name]) => [`${name}(r) ==`, `  ${text}`, '']),
    nameOf: (monitor) => nameByNode.get(monitor),
  };
}

type Step = NonNullable<System['processes'][number]['points'][number]['step']>;

function monitorsIn(node: Step): readonly MonitorNode[] {
  switch (node.kind) {
    case 'test':
      return node.branches.flatMap((branch) => monitorsIn(branch.node));
    case 'choose':
      return node.nodes.flatMap(monitorsIn);
    case 'leaf':
      return node.monitors;
    case 'failure':
    case 'blocked':
      return [];
  }
}

/** The record after the monitor, of the record `r` before it. */
function recordText(system: System, names: TlaNames, node: MonitorNode): string {
  if (node.kind === 'test') {
    const branches = node.branches
      .map(({ values, node: next }) => ({ values, text: recordText(system, names, next) }))
      .filter(({ text }) => text !== 'r');
    return branches.reduceRight((otherwise, { values, text }) => {
      const held = values.map((value) => valueText(system, node.cell, value)).join(', ');
      return `(IF r.${names.cells[node.cell]} \\in {${held}} THEN ${text} ELSE ${otherwise})`;
    }, 'r');
  }
  const writes = node.writes.map(
    ({ cell, value }) => `!.${names.cells[cell]} = ${valueText(system, cell, value)}`,
  );
  const after = writes.length === 0 ? 'r' : `[r EXCEPT ${writes.join(', ')}]`;
  const [broken] = node.signals.filter(({ kind }) => kind === 'violated');
  return broken === undefined ? after : `(IF ${violationText(system, broken)} THEN ${after} ELSE r)`;
}

/** TRUE, unless TLC is to stop. */
function violationText({ properties }: System, { property }: Signal): string {
  return `Violated(r, ${textLiteral(properties[property]!.id)})`;
}
