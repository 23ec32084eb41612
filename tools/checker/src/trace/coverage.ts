/**
 * Which parts of a model never ran.
 *
 * Unrolling makes many points of one access in the source, one for each combination of locals, and one model makes many
 * systems. So the answer is given where the modeller can act on it: by line and access, all points and systems taken
 * together. A branch counts where its point was reached, for points that are out of reach differ in nothing but locals.
 */
import type { Place } from '@quiesce/contract';
import type { Node, Point, System } from '../ir/system.js';
import { factsOfModel } from '../memory/view.js';
import { actionText, cellName, valueText } from './step-text.js';

/** What ran; of one system, or of many merged. */
export interface Coverage {
  /** By file, line and column. */
  readonly accesses: readonly AccessCoverage[];
}

/** One place in the source where a step starts. */
interface AccessCoverage {
  readonly place: Place;
  /** What is done there, in the words of each system: `read E0.ops`. Ascending. */
  readonly actions: readonly string[];
  /** The functions that it stands in, ascending: arrow functions have no name, so there may be two. */
  readonly functions: readonly string[];
  readonly executed: boolean;
  /** The ways to go on from there, by condition; empty where it never ran. */
  readonly branches: readonly BranchCoverage[];
}

interface BranchCoverage {
  /** `E0.ops == none`, `E0.refs == 0 to 2 && choice 2 of 3`; empty where there is one way only. */
  readonly condition: string;
  readonly taken: boolean;
}

/** A line, an access on a line that did run, or a branch of an access that did run. */
export type Gap = { readonly place: Place; readonly functions: readonly string[] } & (
  | { readonly kind: 'line' }
  | { readonly kind: 'access'; readonly actions: readonly string[] }
  | { readonly kind: 'branch'; readonly condition: string }
);

/** `edgesTaken[p][e]` is not 0 if edge `e` of process `p` was taken. Failures are no coverage: they are left out. */
export function coverageOf(system: System, edgesTaken: readonly Uint8Array[]): Coverage {
  const accesses = system.processes.flatMap(({ points }, process) =>
    points.flatMap((point) => accessOf(system, point, edgesTaken[process] ?? new Uint8Array(0))),
  );
  return mergeCoverage([{ accesses }]);
}

/** What any of the explorations has taken is taken. */
export function mergeCoverage(parts: readonly Coverage[]): Coverage {
  const byPlace = new Map<string, AccessCoverage[]>();
  for (const access of parts.flatMap(({ accesses }) => accesses)) {
    const { line, column, file } = access.place;
    const key = `${line}:${column}:${file}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), access]);
  }
  const accesses = [...byPlace.values()].map(mergeAccess);
  return { accesses: accesses.sort((a, b) => comparePlaces(a.place, b.place)) };
}

/** What never ran, in the order of the source. Of a line that never ran, accesses and branches are not named. */
export function gapsOf({ accesses }: Coverage): readonly Gap[] {
  const lineOf = ({ place }: AccessCoverage): string => `${place.line}:${place.file}`;
  const live = new Set(accesses.filter(({ executed }) => executed).map(lineOf));
  const named = new Set<string>();
  return accesses.flatMap((access): readonly Gap[] => {
    const { place, functions, actions, executed, branches } = access;
    if (executed)
      return branches
        .filter(({ taken }) => !taken)
        .map(({ condition }) => ({ kind: 'branch', place, functions, condition }));
    const line = lineOf(access);
    if (live.has(line)) return [{ kind: 'access', place, functions, actions }];
    if (named.has(line)) return [];
    named.add(line);
    return [{ kind: 'line', place, functions }];
  });
}

/** `layer/report.ts:41 startCallback(): branch never taken (E0.ops == none)` */
export function gapText(gap: Gap): string {
  const names = gap.functions.map((name) => ` ${name}()`).join(',');
  const where = `${gap.place.file}:${gap.place.line}${names}`;
  switch (gap.kind) {
    case 'line':
      return `${where}: line never executed`;
    case 'access':
      return `${where}: access never executed (${gap.actions.join(', ')})`;
    case 'branch':
      return `${where}: branch never taken (${gap.condition})`;
  }
}

function accessOf(system: System, point: Point, taken: Uint8Array): readonly AccessCoverage[] {
  const { place, functions, step, action } = point;
  // A store buffer has no place in the source.
  if (step === null || action.kind === 'flush') return [];
  const leaves = leavesOf(system, step, []).map(({ edge, condition }) => ({
    condition,
    taken: (taken[edge] ?? 0) !== 0,
  }));
  if (leaves.length === 0) return [];
  const executed = leaves.some((leaf) => leaf.taken);
  return [
    {
      place,
      actions: [actionText(system, action)],
      functions: functions.slice(-1),
      executed,
      branches: executed ? leaves : [],
    },
  ];
}

function leavesOf(
  system: System,
  node: Node,
  conditions: readonly string[],
): readonly { readonly edge: number; readonly condition: string }[] {
  switch (node.kind) {
    case 'test':
      return node.branches.flatMap(({ values, node: next }) =>
        leavesOf(system, next, [...conditions, ...conditionOf(system, node.cell, values)]),
      );
    case 'choose':
      return node.nodes.flatMap((one, index) => {
        const choice = node.nodes.length === 1 ? [] : [`choice ${index + 1} of ${node.nodes.length}`];
        return leavesOf(system, one, [...conditions, ...choice]);
      });
    case 'leaf':
      return [{ edge: node.edge, condition: conditions.join(' && ') }];
    case 'failure':
    case 'blocked':
      return [];
  }
}

/** None where the branch holds every value; by what it does not hold where that is one value of three or more. */
function conditionOf(system: System, cell: number, values: readonly number[]): readonly string[] {
  if (factsOfModel(system, [{ cell, value: 0 }]).length === 0) return [];
  const all = (system.cells[cell]?.domain ?? []).map((_, value) => value);
  const others = all.filter((value) => !values.includes(value));
  if (others.length === 0) return [];
  return others.length === 1 && all.length > 2
    ? [`${cellName(system, cell)} != ${valueText(system, cell, others[0]!)}`]
    : [`${cellName(system, cell)} == ${valuesText(system, cell, values)}`];
}

/** `user or none`; neighbours in a domain of integers as `0 to 3`. */
function valuesText(system: System, cell: number, values: readonly number[]): string {
  const isNumber = (value: number): boolean => /^-?[0-9]+$/.test(valueText(system, cell, value));
  const runs: number[][] = [];
  for (const value of values) {
    const last = runs.at(-1);
    const goesOn = last !== undefined && last.at(-1) === value - 1 && isNumber(value) && isNumber(value - 1);
    if (goesOn) last.push(value);
    else runs.push([value]);
  }
  return runs
    .flatMap((run) => {
      const texts = run.map((value) => valueText(system, cell, value));
      return texts.length > 2 ? [`${texts[0]} to ${texts.at(-1)}`] : texts;
    })
    .join(' or ');
}

function mergeAccess(group: readonly AccessCoverage[]): AccessCoverage {
  const branches = new Map<string, boolean>();
  for (const { condition, taken } of group.flatMap((access) => access.branches))
    branches.set(condition, taken || branches.get(condition) === true);
  return {
    place: group[0]!.place,
    actions: distinct(group.flatMap(({ actions }) => actions)),
    functions: distinct(group.flatMap(({ functions }) => functions)),
    executed: group.some(({ executed }) => executed),
    branches: distinct([...branches.keys()]).map((condition) => ({
      condition,
      taken: branches.get(condition) === true,
    })),
  };
}

/** Each once, ascending by code unit, so that the order is the same everywhere. */
function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(compareText);
}

function comparePlaces(a: Place, b: Place): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
