/**
 * A trace as the steps of a chart: what each of them changes, in which function it stands, and from which step of another
 * process it sees a value for the first time.
 *
 * The last is what litmus tests call reads-from. A trace has it only in the words of its steps, so it is read from them, and
 * left out wherever the words allow a doubt: an arrow that is missing is no lie.
 */
import type { Trace } from '@quiesce/checker';

export interface ChartStep {
  /** From 1. */
  readonly number: number;
  readonly process: string;
  /** Empty where it is not known. */
  readonly functionName: string;
  readonly text: string;
  /** `src/report.ts:41` */
  readonly place: string;
  readonly changes: readonly CellChange[];
  /** Steps of other processes, ascending. */
  readonly sources: readonly Source[];
  readonly isLast: boolean;
  /** From here on the run goes round and round. */
  readonly beginsCycle: boolean;
  /** Where its process stands after it; empty where it failed. */
  readonly position: string;
}

export interface CellChange {
  /** Its index among `Trace.variables`. */
  readonly cell: number;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export interface Source {
  readonly step: number;
  readonly process: string;
  readonly cell: string;
}

export function chartSteps(trace: Trace): readonly ChartStep[] {
  const { moves, states, target } = trace;
  const sources = sourcesOf(trace);
  return moves.map((move, index) => ({
    number: index + 1,
    process: move.process,
    functionName: functionAt(trace, index),
    text: move.text,
    place: move.place,
    changes: changesAt(trace, index),
    sources: sources[index]!,
    isLast: index === moves.length - 1,
    beginsCycle: target.kind === 'liveness' && target.loop === index,
    position: shortPosition(positionIn(states[index + 1], move.process)),
  }));
}

/** The last part of a path is enough to know a place by. */
export function shortPlace(place: string): string {
  return place.slice(place.lastIndexOf('/') + 1);
}

/** `callOwner world.ts:114` */
export function shortPosition(position: string): string {
  return position.split(' ').map(shortPlace).join(' ');
}

function functionAt({ moves, states }: Trace, index: number): string {
  const { process, place } = moves[index]!;
  const position = positionIn(states[index], process);
  return position.endsWith(` ${place}`) ? position.slice(0, -place.length - 1) : '';
}

function positionIn(state: Trace['states'][number] | undefined, process: string): string {
  return state?.positions.find(([name]) => name === process)?.[1] ?? '';
}

function changesAt({ states, variables }: Trace, index: number): readonly CellChange[] {
  const before = states[index]?.values ?? [];
  const after = states[index + 1]?.values ?? before;
  return variables.flatMap((name, cell) =>
    before[cell] === after[cell]
      ? []
      : [{ cell, name, before: before[cell] ?? '', after: after[cell] ?? '' }],
  );
}

function sourcesOf(trace: Trace): readonly (readonly Source[])[] {
  const { moves, states, variables } = trace;
  const cells = new Map(variables.map((name, cell) => [name, cell]));
  /** By cell, the step that wrote it last. */
  const written = new Map<number, Source>();
  /** What a process has seen already, as `process step cell`. */
  const seen = new Set<string>();
  const pending = new Map<string, number>();
  return moves.map((move, index) => {
    const found = readsIn(move.text).flatMap(({ name, value }): readonly Source[] => {
      const cell = cells.get(name);
      const source = cell === undefined ? undefined : written.get(cell);
      if (cell === undefined || source === undefined) return [];
      if (ownerOf(source.process) === ownerOf(move.process)) return [];
      // What stands in its own buffer hides what stands in memory.
      if ((pending.get(`${move.process} ${name}`) ?? 0) > 0) return [];
      if (value !== undefined && states[index]!.values[cell] !== value) return [];
      const mark = `${move.process} ${source.step} ${name}`;
      if (seen.has(mark)) return [];
      seen.add(mark);
      return [source];
    });
    count(pending, move);
    for (const { cell, name } of changesAt(trace, index))
      written.set(cell, { step: index + 1, process: move.process, cell: name });
    return found.sort((a, b) => a.step - b.step);
  });
}

interface Read {
  readonly name: string;
  /** Absent where the words do not say it. */
  readonly value?: string;
}

/** `when A == 1, B == 2`, `atomic A: 1 -> 0`, `cmpxchg(A): null -> E0`, `lock A`; as `stepText` of the checker writes them. */
function readsIn(text: string): readonly Read[] {
  return text.split(/; |, /).flatMap((piece): readonly Read[] => {
    if (piece.startsWith('* ')) return [];
    const locked = /^lock (.+)$/.exec(piece);
    if (locked !== null) return [{ name: locked[1]! }];
    const both = /^(?:atomic |when )?(?:\w+\((.+)\)|(.+?)): (.+?)(?: -> .+)?$/.exec(piece);
    const name = both?.[1] ?? both?.[2];
    const tested = /^(?:atomic |when )?(.+?) == (.+?)(?: \[\w+\])?(?: \(buffered\))?$/.exec(piece);
    return [
      ...(tested === null ? [] : [{ name: tested[1]!, value: tested[2]! }]),
      ...(both === null || name === undefined ? [] : [{ name, value: both[3]! }]),
    ];
  });
}

/** How many stores to a cell are in the buffer of a process, by `process cell`. */
function count(pending: Map<string, number>, { process, text }: Trace['moves'][number]): void {
  for (const line of text.split('; ')) {
    const ending = / (\(buffered\)|reach(?:es)? memory)$/.exec(line);
    if (ending === null) continue;
    const change = ending[1] === '(buffered)' ? 1 : -1;
    for (const piece of line.slice(0, ending.index).split(', ')) {
      const name = /^(?:unlock )?(.+?)(?: = .+)?$/.exec(piece)?.[1];
      const key = `${ownerOf(process)} ${name}`;
      pending.set(key, Math.max(0, (pending.get(key) ?? 0) + change));
    }
  }
}

/** Who stores through a buffer; any other process owns itself. */
export function ownerOf(process: string): string {
  return process.replace(/'s buffer$/, '');
}
