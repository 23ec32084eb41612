/**
 * Which parts of a model never ran. Unrolling makes many points of one source line, and many systems of one model, so
 * the answer is given where the modeller can act on it: by line and, where a line did run, by branch.
 */
import type { Place } from '@quiesce/contract';
import type { Node, Process, System } from '../ir/system.js';
import { cellName, valueText } from './step-text.js';

/** What ran, by line; of one system, or merged of many. Ordered by file, then line. */
export interface Coverage {
  readonly lines: readonly LineCoverage[];
}

export interface LineCoverage {
  /** Of the first access on the line. */
  readonly place: Place;
  /** The functions that the accesses stand in, ascending. */
  readonly functions: readonly string[];
  /** By condition, ascending; several points of one condition are one branch. */
  readonly branches: readonly BranchCoverage[];
}

export interface BranchCoverage {
  /** `E0.ops == none`, `E0.refs == 0 or 1 && choice 2 of 3`; empty where the step has one way only. */
  readonly condition: string;
  readonly taken: boolean;
}

/** A line or branch that never ran. */
export type Gap =
  | { readonly kind: 'line'; readonly place: Place; readonly functions: readonly string[] }
  | {
      readonly kind: 'branch';
      readonly place: Place;
      readonly functions: readonly string[];
      readonly condition: string;
    };

/** `edgesTaken[p][e]` is not 0 if edge `e` of process `p` was taken. Failures are no coverage: they are left out. */
export function coverageOf(system: System, edgesTaken: readonly Uint8Array[]): Coverage {
  const lines = system.processes.flatMap((process, index) =>
    processLines(system, process, edgesTaken[index] ?? new Uint8Array(0)),
  );
  return mergeCoverage([{ lines }]);
}

/** A branch is taken if any of the explorations has taken it. */
export function mergeCoverage(parts: readonly Coverage[]): Coverage {
  const byLine = new Map<string, LineCoverage[]>();
  for (const line of parts.flatMap(({ lines }) => lines)) {
    const key = `${line.place.line}:${line.place.file}`;
    const group = byLine.get(key);
    if (group === undefined) byLine.set(key, [line]);
    else group.push(line);
  }
  const lines = [...byLine.values()].map(mergeLine);
  return { lines: lines.sort((a, b) => comparePlaces(a.place, b.place)) };
}

/** What never ran, in the order of the lines. Of a line that never ran the branches are not named. */
export function gapsOf({ lines }: Coverage): readonly Gap[] {
  return lines.flatMap(({ place, functions, branches }): readonly Gap[] => {
    if (!branches.some(({ taken }) => taken)) return [{ kind: 'line', place, functions }];
    return branches
      .filter(({ taken }) => !taken)
      .map(({ condition }) => ({ kind: 'branch', place, functions, condition }));
  });
}

/** `layer/report.ts:41 startCallback(): branch never taken (E0.ops == none)` */
export function gapText(gap: Gap): string {
  const names = gap.functions.map((name) => `${name}()`).join(', ');
  const where = `${gap.place.file}:${gap.place.line} ${names}`.trimEnd();
  switch (gap.kind) {
    case 'line':
      return `${where}: line never executed`;
    case 'branch':
      return `${where}: branch never taken (${gap.condition})`;
  }
}

function processLines(system: System, process: Process, taken: Uint8Array): readonly LineCoverage[] {
  return process.points.flatMap(({ place, functions, step }): readonly LineCoverage[] => {
    if (step === null) return [];
    const branches = branchesOf(system, step, []).map(({ edge, condition }) => ({
      condition,
      taken: (taken[edge] ?? 0) !== 0,
    }));
    return branches.length === 0 ? [] : [{ place, functions: functions.slice(-1), branches }];
  });
}

function branchesOf(
  system: System,
  node: Node,
  conditions: readonly string[],
): readonly { readonly edge: number; readonly condition: string }[] {
  switch (node.kind) {
    case 'test':
      return node.branches.flatMap(({ values, node: next }) => {
        const domain = system.cells[node.cell]?.domain ?? [];
        const all = values.length === domain.length;
        const texts = values.map((value) => valueText(system, node.cell, value)).join(' or ');
        const condition = all ? [] : [`${cellName(system, node.cell)} == ${texts}`];
        return branchesOf(system, next, [...conditions, ...condition]);
      });
    case 'choose':
      return node.nodes.flatMap((one, index) => {
        const condition = node.nodes.length === 1 ? [] : [`choice ${index + 1} of ${node.nodes.length}`];
        return branchesOf(system, one, [...conditions, ...condition]);
      });
    case 'leaf':
      return [{ edge: node.edge, condition: conditions.join(' && ') }];
    case 'failure':
    case 'blocked':
      return [];
  }
}

function mergeLine(group: readonly LineCoverage[]): LineCoverage {
  const branches = new Map<string, boolean>();
  for (const { condition, taken } of group.flatMap((line) => line.branches))
    branches.set(condition, taken || branches.get(condition) === true);
  const [place] = group.map((line) => line.place).sort(comparePlaces);
  return {
    place: place!,
    functions: [...new Set(group.flatMap(({ functions }) => functions))].sort(),
    branches: [...branches]
      .map(([condition, taken]) => ({ condition, taken }))
      .sort((a, b) => compareText(a.condition, b.condition)),
  };
}

function comparePlaces(a: Place, b: Place): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}

/** By code unit, so that the order is the same everywhere. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
