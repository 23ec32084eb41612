/** The columns of a chart: one for each process that takes a step, as wide as what it says. */

import type { Trace } from '@quiesce/checker';
import { wrap } from '@quiesce/checker';
import { type ChartStep, ownerOf, shortPlace } from './chart-step.js';

/** In pixels. Of a fixed-width font of 13 pixels a character takes at most 7.9, of one of 12 pixels 7.3. */
export const characterWidth = 7.9;
const gutterWidth = 46;
/** From the lifeline to its text, and from the text to the next lifeline. */
export const textIndent = 14;
const laneGap = 26;

/** In characters. */
const narrowest = 14;
const widest = 34;

export interface Lane {
  readonly process: string;
  /** Its name, in lines. */
  readonly title: readonly string[];
  /** A store buffer: it belongs to another process. */
  readonly isBuffer: boolean;
  /** Of its lifeline. */
  readonly x: number;
  /** Of its text, in characters. */
  readonly room: number;
}

/** In the order of the system. */
export function lanesOf({ states, moves }: Trace, steps: readonly ChartStep[]): readonly Lane[] {
  const inSystem = states[0]?.positions.map(([name]) => name) ?? [];
  const names = [...new Set([...inSystem, ...moves.map(({ process }) => process)])];
  const acting = names.filter((name) => steps.some(({ process }) => process === name));
  let x = gutterWidth;
  return acting.map((process): Lane => {
    const said = steps.filter((step) => step.process === process).flatMap(saidBy);
    const room = Math.max(narrowest, Math.min(widest, Math.max(...said.map(({ length }) => length))));
    const lane = { process, title: wrap(process, room, 0), isBuffer: ownerOf(process) !== process, x, room };
    x += textIndent + room * characterWidth + laneGap;
    return lane;
  });
}

/** Where the lanes end. */
export function lanesWidth(lanes: readonly Lane[]): number {
  const last = lanes.at(-1);
  return last === undefined ? gutterWidth : last.x + textIndent + last.room * characterWidth + laneGap;
}

function saidBy({ functionName, text, place }: ChartStep): readonly string[] {
  return [`${functionName}()`, ...text.split('; '), shortPlace(place)];
}
