/**
 * Prose in lines. The author's own lines are kept where they fit; a paragraph in which one does not is filled anew. A line
 * is never begun with a word that does harm there, and a word that is longer than a line is not broken.
 */
import { displayWidth, graphemesOf, isWide } from './display-width.js';
import { isHazard, mayStartLine } from './hazard.js';
import type { Line } from './mail-line.js';

export interface Word {
  readonly text: string;
  /** Lines of the source that it stands on, 1-based. */
  readonly first: number;
  readonly last: number;
  /** Blanks before it; 0: a line may be broken before it, and shows nothing otherwise. */
  readonly gap: number;
}

export interface ProseLine {
  readonly words: readonly Word[];
  /** Whether the author has asked for a new line after it. */
  readonly isHard: boolean;
}

export function layOut(prose: readonly ProseLine[], width: number): readonly Line[] {
  const kept = prose.map(({ words }) => lineOf(words)).filter(({ text }) => text !== '');
  if (kept.every(({ text }) => displayWidth(text) <= width && !isHazard(text))) return kept;
  return paragraphs(prose).flatMap((words) => fill(words, width));
}

/** The words between hard breaks. */
function paragraphs(prose: readonly ProseLine[]): readonly (readonly Word[])[] {
  const all: Word[][] = [[]];
  for (const { words, isHard } of prose) {
    all.at(-1)!.push(...words.map((word, index) => (index === 0 ? { ...word, gap: 1 } : word)));
    if (isHard) all.push([]);
  }
  return all.filter((words) => words.length > 0);
}

function fill(words: readonly Word[], width: number): readonly Line[] {
  const lines: Line[] = [];
  let line: Word[] = [];
  let used = 0;
  for (const word of words.flatMap((one) => breakable(one, width))) {
    const wanted = displayWidth(word.text);
    const isFull = line.length > 0 && used + word.gap + wanted > width;
    if (isFull) {
      const carried = carriedWith(line, word);
      if (carried < line.length) {
        const rest = line.splice(line.length - carried);
        lines.push(lineOf(line));
        line = rest;
        used = displayWidth(lineOf(line).text);
      }
    }
    used += (line.length === 0 ? 0 : word.gap) + wanted;
    line.push(word);
  }
  return line.length === 0 ? lines : [...lines, lineOf(line)];
}

/** How many of the last words go to the next line together with `next`, so that it starts well; all: none starts well. */
function carriedWith(line: readonly Word[], next: Word): number {
  let carried = 0;
  for (let first = next; !mayStartLine(first.text) && carried < line.length; carried += 1)
    first = line[line.length - carried - 1]!;
  return carried;
}

/** A word that is too long, where wide characters let it be broken: before each of them, and after. */
function breakable(word: Word, width: number): readonly Word[] {
  if (displayWidth(word.text) <= width || !isWide(word.text)) return [word];
  const parts: string[] = [];
  let isAfterWide = true;
  for (const grapheme of graphemesOf(word.text)) {
    const isBreak = parts.length === 0 || ((isWide(grapheme) || isAfterWide) && !noStart.test(grapheme));
    if (isBreak) parts.push(grapheme);
    else parts.splice(-1, 1, parts.at(-1)! + grapheme);
    isAfterWide = isWide(grapheme);
  }
  return parts.map((text, index) => ({ ...word, text, gap: index === 0 ? word.gap : 0 }));
}

/** Marks that close or follow, with which no line starts. */
const noStart = /^[\p{Pe}\p{Pf}\p{M}、。，．・：；？！ー々!-/:-@[-`{-~]/u;

function lineOf(words: readonly Word[]): Line {
  const text = words
    .map(({ text: word, gap }, index) => (index === 0 ? word : ' '.repeat(gap) + word))
    .join('');
  return {
    text: text.trimEnd(),
    first: Math.min(...words.map(({ first }) => first)),
    last: Math.max(...words.map(({ last }) => last)),
  };
}
