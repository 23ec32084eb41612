/**
 * A system as Promela, for Spin.
 *
 * The trick is that its state graph is ours, state for state: a control point is a label, a step is one `d_step`, and a
 * process that has ended waits at an end label for ever, because in Spin a process that goes away makes a state of its own.
 * So Spin must count as many states as we do, and it shares no line of code with us.
 */
import type { System } from '../../ir/system.js';
import { identifiersFor } from '../names.js';
import { commentOf } from './comment.js';
import type { PromelaNames } from './monitor-text.js';
import { processText } from './process-text.js';
import { reservedInPromela } from './reserved.js';
import { watchText } from './watch-text.js';

/** `origin`: what is exported and by what command, for the head of the text. */
export function promelaOf(system: System, origin: string): string {
  const names = namesIn(system);
  return [
    ...headOf(system, origin),
    '',
    ...system.cells.flatMap((cell, index) => {
      const meaning = cell.domain.map((value, number) => `${number} ${value}`).join(', ');
      const type = typeFor(cell.domain.length);
      const whose = cell.role === 'monitor' ? 'of a property; ' : '';
      return [
        `${type} ${names.cells[index]} = ${cell.initial};\t${commentOf(`${whose}${cell.name}: ${meaning}`)}`,
      ];
    }),
    '',
    ...system.processes.flatMap((_, index) => [...processText(system, names, index), '']),
    ...watchText(system, names),
  ].join('\n');
}

function headOf(system: System, origin: string): readonly string[] {
  const bytes = system.cells.length * 4 + system.processes.length * 8;
  const vector = bytes > 1000 ? ` -DVECTORSZ=${bytes + 1024}` : '';
  return [
    `/*`,
    ` * ${commentText(system.name)}`,
    ` * ${commentText(origin)}`,
    ` *`,
    ` * spin -a -o2 -o3 FILE && gcc -O2 -DSAFETY -DNOREDUCE${vector} -o pan pan.c && ./pan -c0 -m2000000`,
    ` *`,
    ` * counts the states of quiesce, and as many transitions where nothing fails or is broken, less the one that Spin counts for the`,
    ` * initial state. An assertion that is violated is a promise that is broken; an invalid end state is a deadlock.`,
    ` * A state is what the variables hold and where the processes stand; each d_step is a step of a process.`,
    ` */`,
  ];
}

function commentText(text: string): string {
  return text.replaceAll('*/', '* /');
}

function namesIn(system: System): PromelaNames {
  const texts = [...system.cells.map(({ name }) => name), ...system.processes.map(({ name }) => name)];
  const all = identifiersFor(texts, reservedInPromela);
  return {
    cells: all.slice(0, system.cells.length),
    processes: all.slice(system.cells.length),
  };
}

function typeFor(size: number): string {
  if (size <= 2) return 'bit';
  if (size <= 2 ** 8) return 'byte';
  return size <= 2 ** 15 ? 'short' : 'int';
}
