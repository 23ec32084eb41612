/** What is asked in states and not in steps: a process that moves only where a promise is broken, and stays where it is. */
import type { Check, MonitorNode, System } from '../../ir/system.js';
import type { CellTest } from '../paths.js';
import { commentOf } from './comment.js';
import { indented, type PromelaNames, testsText } from './monitor-text.js';

/** No line where there is nothing to ask. */
export function watchText(system: System, names: PromelaNames): readonly string[] {
  const options = [
    ...optionsFor(system, names, system.invariants, []),
    // `timeout` holds where no other process can move.
    ...optionsFor(system, names, system.atEnd, ['timeout']),
  ];
  if (options.length === 0) return [];
  return [
    'active proctype watch() /* what must hold in every state, and at the end of every run */',
    '{',
    'end_watch:',
    ...indented(['do', ...options, 'od']),
    '}',
    '',
  ];
}

function optionsFor(
  system: System,
  names: PromelaNames,
  checks: readonly Check[],
  first: readonly string[],
): readonly string[] {
  return checks.flatMap(({ property, node }) =>
    violationsOf(node, []).map((tests) => {
      const guard = [...first, testsText(system, names, tests)].join(' && ');
      return `:: d_step { ${guard} -> assert(false) ${commentOf(system.properties[property]!.id)} }`;
    }),
  );
}

/** The ways through a check that end in `violated`. */
function violationsOf(node: MonitorNode, tests: readonly CellTest[]): readonly (readonly CellTest[])[] {
  if (node.kind === 'note') return node.signals.some(({ kind }) => kind === 'violated') ? [tests] : [];
  return node.branches.flatMap(({ values, node: next }) =>
    violationsOf(next, [...tests, { cell: node.cell, values }]),
  );
}
