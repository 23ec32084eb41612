/**
 * A system as TLA+, for TLC.
 *
 * All of a state is one record, `s`: cells and, for each process, where it stands. So a step is a guard and an EXCEPT, and
 * a monitor, which sees what those before it wrote, is an operator from record to record. What holds nowhere else is said by
 * `Violated`: with `StopAtViolation` TLC stops there and shows the run, without it counts on.
 */
import { type Check, type MonitorNode, mayRest, type System } from '../../ir/system.js';
import { identifiersFor } from '../names.js';
import { monitorOperators } from './monitor-operators.js';
import { type TlaNames, tlaComment, valueText } from './names-text.js';
import { actionsOf } from './process-actions.js';

export interface TlaText {
  /** `Name.tla`, with the name that stands in the module's first line. */
  readonly moduleName: string;
  readonly module: string;
  /** `Name.cfg`. */
  readonly config: string;
}

/** Words of TLA+ and of the modules that are extended, and what this module defines itself. */
const reserved = new Set(
  [
    'Init Next Spec Step Ended Deadlock Violated StopAtViolation s Assert Print TLC Naturals Nat Int TRUE FALSE BOOLEAN',
    'STRING IF THEN ELSE LET IN CASE OTHER EXCEPT UNCHANGED ENABLED DOMAIN SUBSET UNION MODULE EXTENDS CONSTANT VARIABLE',
    'WF_ SF_ CHOOSE ASSUME THEOREM INSTANCE LOCAL LAMBDA',
  ]
    .join(' ')
    .split(' '),
);

/**
 * `origin`: what is exported and by what command, for the head of the text. `fileName`: of the file, without its ending; TLC
 * wants the module to be called like it.
 */
export function tlaOf(system: System, origin: string, fileName = system.name): TlaText {
  const [moduleName = 'Model'] = identifiersFor([fileName], reserved);
  const names = namesIn(system);
  const monitors = monitorOperators(system, names);
  const actions = system.processes.map((_, process) => actionsOf(system, names, monitors, process));
  const invariants = invariantsOf(system, names);
  const allEnded = system.processes.map(
    ({ points }, index) =>
      `s.${names.counters[index]} \\in {${points
        .flatMap((one, point) => (mayRest(one) ? [`"${point}"`] : []))
        .join(', ')}}`,
  );
  const lines = [
    `---- MODULE ${moduleName} ----`,
    ...[system.name, origin].map((text) => `\\* ${tlaComment(text)}`),
    '\\* TLC counts the states of quiesce with StopAtViolation = FALSE: java -jar tla2tools.jar -config FILE.cfg FILE.tla',
    'EXTENDS TLC',
    '',
    'CONSTANT StopAtViolation',
    'VARIABLE s',
    '',
    '\\* A promise is broken in this step, or the model fails.',
    'Violated(r, what) == IF StopAtViolation THEN Assert(FALSE, <<what, r>>) ELSE TRUE',
    '',
    'Init == s = [',
    ...system.cells.map(({ name, initial }, cell) => {
      const field = `  ${names.cells[cell]} |-> ${valueText(system, cell, initial)},`;
      return `${field} \\* ${tlaComment(name)}`;
    }),
    ...system.processes.map(({ entry, name }, process) => {
      const comma = process === system.processes.length - 1 ? '' : ',';
      return `  ${names.counters[process]} |-> "${entry}"${comma} \\* where ${tlaComment(name)} stands`;
    }),
    ...(system.processes.length === 0 ? ['  none |-> "0"'] : []),
    ']',
    '',
    ...monitors.definitions,
    ...actions.flatMap(({ definitions }) => definitions),
    `Step ==${system.processes.length === 0 ? ' FALSE' : ''}`,
    ...actions.map(({ name }) => `  \\/ ${name}`),
    '',
    '\\* So that TLC takes no end for a deadlock.',
    'Ended ==',
    ...allEnded.map((text) => `  /\\ ${text}`),
    '  /\\ UNCHANGED s',
    '',
    'Next == Step \\/ Ended',
    '',
    'Spec == Init /\\ [][Next]_s',
    '',
    ...invariants.definitions,
    '====',
    '',
  ];
  const config = [
    'SPECIFICATION Spec',
    'CONSTANT StopAtViolation = TRUE',
    ...invariants.names.map((name) => `INVARIANT ${name}`),
    '',
  ];
  return { moduleName, module: lines.join('\n'), config: config.join('\n') };
}

function namesIn(system: System): TlaNames {
  const texts = [
    ...system.cells.map(({ name }) => name),
    ...system.processes.map(({ name }) => `at_${name}`),
    ...system.processes.map(({ name }) => `Process_${name}`),
  ];
  const all = identifiersFor(texts, reserved);
  const cells = system.cells.length;
  const processes = system.processes.length;
  return {
    cells: all.slice(0, cells),
    counters: all.slice(cells, cells + processes),
    actions: all.slice(cells + processes),
  };
}

interface Invariants {
  readonly names: readonly string[];
  readonly definitions: readonly string[];
}

/** What must hold in every state, and in every state that no step leads out of. */
function invariantsOf(system: System, names: TlaNames): Invariants {
  const all = [
    ...system.invariants.map((check) => ({ check, atEnd: false })),
    ...system.atEnd.map((check) => ({ check, atEnd: true })),
  ].filter(({ check }) => violates(check.node));
  const named = all.map(({ check, atEnd }, index) => {
    const name = `${atEnd ? 'AtEnd' : 'Always'}_${index}`;
    const holds = `~${brokenText(system, names, check.node)}`;
    return {
      name,
      lines: [
        `\\* ${tlaComment(system.properties[check.property]!.id)}`,
        `${name} == ${atEnd ? `ENABLED Step \\/ ${holds}` : holds}`,
        '',
      ],
    };
  });
  return { names: named.map(({ name }) => name), definitions: named.flatMap(({ lines }) => lines) };
}

function violates(node: Check['node']): boolean {
  if (node.kind === 'note') return node.signals.some(({ kind }) => kind === 'violated');
  return node.branches.some((branch) => violates(branch.node));
}

/** In parentheses. */
function brokenText(system: System, names: TlaNames, node: MonitorNode): string {
  if (node.kind === 'note') return violates(node) ? 'TRUE' : 'FALSE';
  const ways = node.branches
    .filter((branch) => violates(branch.node))
    .map(({ values, node: next }) => {
      const held = values.map((value) => valueText(system, node.cell, value)).join(', ');
      return `(s.${names.cells[node.cell]} \\in {${held}} /\\ ${brokenText(system, names, next)})`;
    });
  return `(${ways.join(' \\/ ')})`;
}
