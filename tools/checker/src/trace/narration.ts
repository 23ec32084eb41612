/**
 * A run as lines of text, one process speaking at a time: what it does, inside the functions that it does it in. The
 * shape is that of ftrace's function graph: `report() {` where a function is entered, `}` where it is left, so that a
 * brace that stays open shows who was still inside, and a last brace that closes shows a process that has ended.
 */
import type { Run } from './replay.js';
import { pointOf, stepLines } from './step-text.js';

export interface Line {
  readonly process: number;
  /** How many functions are open around it. */
  readonly depth: number;
  readonly text: string;
}

/** In the order of time; the last line belongs to the last move. */
export function narrate({ system, states, moves }: Run): readonly Line[] {
  const lines: Line[] = [];
  const open = system.processes.map((): string[] => []);

  const leaveTo = (process: number, functions: readonly string[]): void => {
    const stack = open[process]!;
    while (stack.length > sharedDepth(stack, functions)) {
      stack.pop();
      lines.push({ process, depth: stack.length, text: '}' });
    }
  };
  const enter = (process: number, functions: readonly string[]): void => {
    const stack = open[process]!;
    for (const name of functions.slice(stack.length)) {
      lines.push({ process, depth: stack.length, text: `${name}() {` });
      stack.push(name);
    }
  };

  moves.forEach((move, index) => {
    const { process } = move;
    const before = states[index]!;
    const functions = pointOf(system, before, process).functions;
    leaveTo(process, functions);
    enter(process, functions);
    for (const text of stepLines(system, before, move))
      lines.push({ process, depth: functions.length, text });
    const isLast = index === moves.length - 1;
    if (move.kind === 'step' && !isLast) leaveTo(process, pointOf(system, move.next, process).functions);
  });
  return lines;
}

function sharedDepth(a: readonly string[], b: readonly string[]): number {
  let depth = 0;
  while (depth < a.length && a[depth] === b[depth]) depth++;
  return depth;
}
