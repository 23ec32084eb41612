/** One process as a proctype: a label for each control point, an option for each way through its decision tree. */
import { mayRest, type Point, type System } from '../../ir/system.js';
import { actionText } from '../action-text.js';
import { type Path, pathsOf } from '../paths.js';
import { commentOf } from './comment.js';
import {
  indented,
  isEmptyNote,
  monitorText,
  type PromelaNames,
  testsText,
  writeText,
} from './monitor-text.js';

export function processText(system: System, names: PromelaNames, index: number): readonly string[] {
  const process = system.processes[index]!;
  // The first label is where a proctype starts.
  const order = [process.entry, ...process.points.keys()].filter(
    (point, position) => position === 0 || point !== process.entry,
  );
  return [
    `active proctype ${names.processes[index]}()`,
    '{',
    ...order.flatMap((point) => [
      `${labelOf(process.points, point)}: ${commentOf(pointText(system, process.points[point]!))}`,
      ...indented(stepText(system, names, process.points, point)),
    ]),
    '}',
  ];
}

/** Labels that start with `end`, `accept` or `progress` mean something, so only ends may. */
function labelOf(points: readonly Point[], point: number): string {
  const { functions } = points[point]!;
  if (mayRest(points[point]!)) return `end_${point}`;
  const inner = (functions.at(-1) ?? '').replaceAll(/[^A-Za-z0-9]+/g, '_');
  return inner === '' ? `at_${point}` : `at_${point}_${inner}`;
}

function pointText(system: System, { action, place, functions }: Point): string {
  const where = `${place.file}:${place.line}:${place.column}`;
  return `${where}, ${functions.length === 0 ? '' : `in ${functions.join(' > ')}, `}${actionText(system, action)}`;
}

function stepText(
  system: System,
  names: PromelaNames,
  points: readonly Point[],
  point: number,
): readonly string[] {
  const { step } = points[point]!;
  const paths = step === null ? [] : pathsOf(system, step);
  if (paths.length === 0) return ['false;'];
  const options = paths.map((path) => optionText(system, names, points, point, path));
  // Also where there is one: a label in front of a d_step is one inside of it, and nobody may go there.
  return ['if', ...options.flatMap(([first, ...rest]) => [`:: ${first}`, ...indented(rest)]), 'fi;'];
}

function optionText(
  system: System,
  names: PromelaNames,
  points: readonly Point[],
  point: number,
  { tests, end }: Path,
): readonly [string, ...string[]] {
  const guard = testsText(system, names, tests);
  if (end.kind === 'failure')
    return [
      `d_step { ${guard} -> assert(false) ${commentOf(`the model fails: ${end.message}`)} };`,
      `goto ${labelOf(points, point)};`,
    ];
  const goto = `goto ${labelOf(points, end.target)};`;
  const observed = end.observations.map(({ name, arguments: values }) => `${name}(${values.join(', ')})`);
  const seen = observed.length === 0 ? '' : ` ${commentOf(observed.join(', '))}`;
  const writes = end.writes.map((write) => writeText(system, names, write));
  const monitors = end.monitors.filter((monitor) => !isEmptyNote(monitor));
  if (monitors.length === 0)
    return [`d_step { ${guard} -> ${writes.length === 0 ? 'skip' : writes.join('; ')}${seen} };`, goto];
  const blocks = [
    ...(writes.length === 0 ? [] : [[writes.join('; ')]]),
    ...monitors.map((monitor) => monitorText(system, names, monitor)),
  ];
  return [
    `d_step { ${guard} ->${seen}`,
    ...indented(
      blocks.flatMap((lines, block) => (block === 0 ? lines : [`; ${lines[0]}`, ...lines.slice(1)])),
    ),
    '};',
    goto,
  ];
}
