/**
 * A run as lines of text, one process speaking at a time: what it does, inside the functions that it does it in. The
 * shape is that of ftrace's function graph: `report() {` where a function is entered, `}` where it is left, so that a
 * brace that stays open shows who was still inside.
 *
 * Models call deep, and mail is narrow. So a function that takes no step of its own in the run has no line and no
 * indentation of its own: it is named on the way into the next, `report() -> callEngines() -> takeTurn() {`.
 */
import type { State } from '../ir/interpret.js';
import type { System } from '../ir/system.js';
import type { Run } from './replay.js';
import { pointOf, stepLines } from './step-text.js';

export interface Line {
  readonly process: number;
  /** How many braces are open around it. */
  readonly depth: number;
  readonly text: string;
  /** From here on the run goes round and round. */
  readonly beginsCycle?: true;
}

/** In the order of time; the last line belongs to the last move. */
export function narrate({ system, states, moves, ending }: Run): readonly Line[] {
  const lines: Line[] = [];
  const loop = ending.kind === 'liveness' ? ending.loop : null;
  const speakers = system.processes.map((_, process): Speaker => ({ process, open: [], acting: new Set() }));
  moves.forEach((move, index) => {
    if (isFlush(system, states[index]!, move.process)) return;
    const functions = functionsAt(system, states[index]!, move.process);
    speakers[move.process]!.acting.add(pathOf(functions, functions.length));
  });
  moves.forEach((move, index) => {
    const before = states[index]!;
    const speaker = speakers[speakerOf(system, before, move.process)]!;
    const functions = functionsAt(system, before, speaker.process);
    // A store that reaches memory stands where its process is, whose functions neither begin nor end by it.
    const isOwn = speaker.process === move.process;
    const own = isOwn ? [...leave(speaker, functions), ...enter(speaker, functions)] : [];
    for (const text of stepLines(system, before, move)) own.push(lineOf(speaker, text));
    lines.push(
      ...own.map((line, at): Line => (index === loop && at === 0 ? { ...line, beginsCycle: true } : line)),
    );
    // Functions are left at the moment of their return, not when the process comes to speak again.
    if (move.kind === 'step' && index < moves.length - 1)
      lines.push(...leave(speaker, functionsAt(system, move.next, speaker.process)));
  });
  return lines;
}

/** The process in whose column a step stands: a store buffer has none of its own. */
function speakerOf(system: System, state: State, process: number): number {
  const { action } = pointOf(system, state, process);
  return action.kind === 'flush' ? action.process : process;
}

function isFlush(system: System, state: State, process: number): boolean {
  return speakerOf(system, state, process) !== process;
}

interface Speaker {
  readonly process: number;
  /** The functions that are active, outermost first. */
  readonly open: string[];
  /** Paths of the functions that take a step of their own in the run. */
  readonly acting: Set<string>;
}

function leave(speaker: Speaker, functions: readonly string[]): readonly Line[] {
  const { open, acting } = speaker;
  const lines: Line[] = [];
  while (open.some((name, depth) => functions[depth] !== name)) {
    const acts = acting.has(pathOf(open, open.length));
    open.pop();
    if (acts) lines.push(lineOf(speaker, '}'));
  }
  return lines;
}

function enter(speaker: Speaker, functions: readonly string[]): readonly Line[] {
  const { open, acting } = speaker;
  const lines: Line[] = [];
  const way: string[] = [];
  for (const name of functions.slice(open.length)) {
    way.push(`${name}()`);
    const acts = acting.has(pathOf(functions, open.length + 1));
    if (acts) lines.push(lineOf(speaker, `${way.splice(0).join(' -> ')} {`));
    open.push(name);
  }
  return lines;
}

function lineOf({ process, open, acting }: Speaker, text: string): Line {
  const depth = open.filter((_, index) => acting.has(pathOf(open, index + 1))).length;
  return { process, depth, text };
}

function pathOf(functions: readonly string[], depth: number): string {
  return functions.slice(0, depth).join('>');
}

function functionsAt(system: System, state: State, process: number): readonly string[] {
  return pointOf(system, state, process).functions;
}
