/** One process as an action: a disjunction of the ways through its decision trees, point by point. */
import type { System } from '../../ir/system.js';
import { actionText } from '../action-text.js';
import { type Path, pathsOf } from '../paths.js';
import type { MonitorOperators } from './monitor-operators.js';
import { type TlaNames, textLiteral, tlaComment, valueText } from './names-text.js';

export interface ProcessAction {
  readonly name: string;
  readonly definitions: readonly string[];
}

export function actionsOf(
  system: System,
  names: TlaNames,
  monitors: MonitorOperators,
  process: number,
): ProcessAction {
  const { points } = system.processes[process]!;
  const name = names.actions[process]!;
  const moving = points.flatMap(({ step, place, functions, action }, point) => {
    const paths = step === null ? [] : pathsOf(system, step);
    if (paths.length === 0) return [];
    const inside = functions.length === 0 ? '' : `in ${functions.join(' > ')}, `;
    const where = `${place.file}:${place.line}:${place.column}, ${inside}${actionText(system, action)}`;
    const lines = [
      `\\* ${tlaComment(where)}`,
      `${name}_${point} ==`,
      `  /\\ s.${names.counters[process]} = "${point}"`,
      ...(paths.length === 1
        ? conjunctsOf(system, names, monitors, process, paths[0]!).map((text) => `  /\\ ${text}`)
        : paths.flatMap((path, index) =>
            conjunctsOf(system, names, monitors, process, path).map((text, position) => {
              const first = index === 0 ? '  /\\ \\/ /\\ ' : '     \\/ /\\ ';
              return `${position === 0 ? first : '        /\\ '}${text}`;
            }),
          )),
      '',
    ];
    return [{ point, lines }];
  });
  return {
    name,
    definitions: [
      ...moving.flatMap(({ lines }) => lines),
      `${name} ==${moving.length === 0 ? ' FALSE' : ''}`,
      ...moving.map(({ point }) => `  \\/ ${name}_${point}`),
      '',
    ],
  };
}

function conjunctsOf(
  system: System,
  names: TlaNames,
  monitors: MonitorOperators,
  process: number,
  { tests, end }: Path,
): readonly string[] {
  const guards = tests.map(({ cell, values }) => {
    const [first, ...more] = values.map((value) => valueText(system, cell, value));
    const field = `s.${names.cells[cell]}`;
    return more.length === 0 ? `${field} = ${first}` : `${field} \\in {${[first, ...more].join(', ')}}`;
  });
  if (end.kind === 'failure')
    return [...guards, `Violated(s, ${textLiteral(`the model fails: ${end.message}`)})`, "s' = s"];
  const writes = [
    ...end.writes.map(({ cell, value }) => `!.${names.cells[cell]} = ${valueText(system, cell, value)}`),
    `!.${names.counters[process]} = "${end.target}"`,
  ];
  const after = end.monitors.reduce(
    (record, monitor) => {
      const name = monitors.nameOf(monitor);
      return name === undefined ? record : `${name}(${record})`;
    },
    `[s EXCEPT ${writes.join(', ')}]`,
  );
  return [...guards, `s' = ${after}`];
}
