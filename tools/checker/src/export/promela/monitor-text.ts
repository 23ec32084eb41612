/** Tests, writes and monitors as Promela: everything that stands in a `d_step`. */
import type { MonitorNode, Signal, System, Write } from '../../ir/system.js';
import type { CellTest } from '../paths.js';
import { commentOf } from './comment.js';

/** Identifiers, as `System.cells` and `System.processes`. */
export interface PromelaNames {
  readonly cells: readonly string[];
  readonly processes: readonly string[];
}

/** `true` where there is no test. */
export function testsText(system: System, names: PromelaNames, tests: readonly CellTest[]): string {
  if (tests.length === 0) return 'true';
  return tests.map((test) => testText(system, names, test)).join(' && ');
}

function testText({ cells }: System, names: PromelaNames, { cell, values }: CellTest): string {
  const { domain } = cells[cell]!;
  const name = names.cells[cell]!;
  const [first, ...more] = values;
  if (first === undefined) return 'false';
  if (more.length === 0) return `${name} == ${first}`;
  const missing = domain.findIndex((_, value) => !values.includes(value));
  if (values.length === domain.length - 1) return `${name} != ${missing}`;
  return `(${values.map((value) => `${name} == ${value}`).join(' || ')})`;
}

export function writeText({ cells }: System, names: PromelaNames, { cell, value }: Write): string {
  return `${names.cells[cell]} = ${value} ${commentOf(cells[cell]!.domain[value]!)}`;
}

/** Does nothing, in no branch. */
export function isEmptyNote(node: MonitorNode): boolean {
  if (node.kind === 'test') return node.branches.every((branch) => isEmptyNote(branch.node));
  return node.writes.length === 0 && !node.signals.some(({ kind }) => kind === 'violated');
}

/** One statement, over several lines that are not indented. */
export function monitorText(system: System, names: PromelaNames, node: MonitorNode): readonly string[] {
  if (node.kind === 'note') {
    const statements = [
      ...node.writes.map((write) => writeText(system, names, write)),
      ...node.signals.filter(({ kind }) => kind === 'violated').map((one) => violatedText(system, one)),
    ];
    return statements.map((statement, index) => (index === 0 ? statement : `; ${statement}`));
  }
  const branches = node.branches.filter((branch) => !isEmptyNote(branch.node));
  return [
    'if',
    ...branches.flatMap(({ values, node: next }) => [
      `:: ${testText(system, names, { cell: node.cell, values })} ->`,
      ...indented(monitorText(system, names, next)),
    ]),
    ':: else',
    'fi',
  ];
}

function violatedText({ properties }: System, { property }: Signal): string {
  return `assert(false) ${commentOf(properties[property]!.id)}`;
}

export function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `\t${line}`);
}
