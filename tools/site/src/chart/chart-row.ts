/** The rows of a chart: what is written in each, line by line, and where it stands. Nothing is drawn here. */
import { wrap } from '@quiesce/checker';
import { type ChartStep, type Source, shortPlace } from './chart-step.js';
import type { Lane } from './lane.js';

/** In pixels. */
export const lineHeight = 18;
const padding = 5;
export const cycleHeight = 26;
/** In characters. */
const hang = 2;
const placeGap = 2;

export interface RowLine {
  readonly kind: 'function' | 'access' | 'observation' | 'change' | 'place';
  readonly text: string;
  /** In characters. */
  readonly indent: number;
  /** What stands behind the text, muted. */
  readonly place?: string;
}

export interface ChartRow {
  readonly step: ChartStep;
  readonly lane: Lane;
  /** Of the whole row, in pixels from the top of the chart. */
  readonly top: number;
  readonly height: number;
  /** Whether another process spoke before. */
  readonly takesOver: boolean;
  /** Arrows that arrive, above the text: each with the lane it comes from and what is written on it. */
  readonly arrows: readonly Arrow[];
  readonly lines: readonly RowLine[];
  /** The height of what stands above the text: the line of a cycle, and the arrows. */
  readonly head: number;
}

export interface Arrow {
  readonly from: Lane;
  readonly text: string;
}

export function chartRows(steps: readonly ChartStep[], lanes: readonly Lane[]): readonly ChartRow[] {
  const laneOf = (process: string): Lane => lanes.find((lane) => lane.process === process)!;
  const functions = new Map<string, string>();
  let top = 0;
  return steps.map((step, index): ChartRow => {
    const lane = laneOf(step.process);
    const takesOver = steps[index - 1]?.process !== step.process;
    const isElsewhere = takesOver || functions.get(step.process) !== step.functionName;
    functions.set(step.process, step.functionName);
    const arrows = arrowsOf(step.sources, laneOf);
    const lines = linesOf(step, lane.room, isElsewhere);
    const head = (step.beginsCycle ? cycleHeight : 0) + arrows.length * lineHeight;
    const height = head + lines.length * lineHeight + 2 * padding;
    const row = { step, lane, top, height, takesOver, arrows, lines, head };
    top += height;
    return row;
  });
}

export function rowsHeight(rows: readonly ChartRow[]): number {
  const last = rows.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

/** The middle of the first line of text. */
export function markHeight({ top, head }: ChartRow): number {
  return top + head + padding + lineHeight / 2;
}

/** One for each lane that something comes from. */
function arrowsOf(sources: readonly Source[], laneOf: (process: string) => Lane): readonly Arrow[] {
  const lanes = [...new Set(sources.map(({ process }) => process))];
  return lanes.map((process) => {
    const steps = new Set(sources.filter((one) => one.process === process).map(({ step }) => step));
    return { from: laneOf(process), text: `from ${[...steps].join(', ')}` };
  });
}

function linesOf(step: ChartStep, room: number, isElsewhere: boolean): readonly RowLine[] {
  const changed = step.changes.filter(({ name }) => !mentions(step.text, name));
  const texts: readonly (readonly [RowLine['kind'], string])[] = [
    ...(isElsewhere && step.functionName !== '' ? [['function', `${step.functionName}()`] as const] : []),
    ...step.text.split('; ').map((text) => [text.startsWith('* ') ? 'observation' : 'access', text] as const),
    ...changed.map(({ name, before, after }) => ['change', `${name}: ${before} -> ${after}`] as const),
  ];
  const lines = texts.flatMap(([kind, text]) =>
    wrap(text, room, hang).map(
      (piece, index): RowLine => ({ kind, text: piece, indent: index === 0 ? 0 : hang }),
    ),
  );
  const place = shortPlace(step.place);
  const last = lines.at(-1)!;
  const isRoom = last.indent + last.text.length + placeGap + place.length <= room;
  return isRoom
    ? [...lines.slice(0, -1), { ...last, place }]
    : [...lines, { kind: 'place', text: place, indent: 0 }];
}

/** Whether a text speaks of a cell, and not only of one whose name begins alike. */
function mentions(text: string, cell: string): boolean {
  return text
    .split(cell)
    .slice(1)
    .some((rest) => !/^[\w.[]/.test(rest));
}
