/**
 * What became of the paragraphs of a section: first which paragraph is which, then what became of its words. One search
 * over all words of a section would find words in common between paragraphs that have nothing to do with each other.
 */
import { diffArrays } from 'diff';
import { oneSpaced, type WordRun, wordDiff } from './word-diff.js';

/** A paragraph that differs. Absent on the side that does not have it. */
export interface ParagraphDifference {
  readonly before?: string;
  readonly after?: string;
  /** `lines`: a table, code or a drawing; its runs are whole lines, joined with line feeds. */
  readonly form: 'words' | 'lines';
  readonly runs: readonly WordRun[];
}

/** Two paragraphs are one that was changed if they share more than this part of their words. */
const likeness = 0.4;

/** How far a changed paragraph is looked for: further away it is shown as removed and added. All with all would take minutes. */
const reach = 100;

/** In the order of the text; those that did not change are left out. */
export function paragraphDiff(
  before: readonly string[],
  after: readonly string[],
): readonly ParagraphDifference[] {
  const changes = diffArrays(before.map(oneSpaced), after.map(oneSpaced));
  const found: ParagraphDifference[] = [];
  let [old, present] = [0, 0];
  let [oldEnd, presentEnd] = [0, 0];
  const close = (): void => {
    found.push(...pairUp(before.slice(old, oldEnd), after.slice(present, presentEnd)));
  };
  for (const { added, removed, count } of changes) {
    if (removed) oldEnd += count;
    else if (added) presentEnd += count;
    else {
      close();
      old = oldEnd += count;
      present = presentEnd += count;
    }
  }
  close();
  return found;
}

function pairUp(removed: readonly string[], added: readonly string[]): readonly ParagraphDifference[] {
  const found: ParagraphDifference[] = [];
  const addedWords = added.map(wordsOf);
  let next = 0;
  for (const before of removed) {
    const words = wordsOf(before);
    const near = addedWords.slice(next, next + reach).findIndex((other) => isLike(words, other));
    const at = next + near;
    if (near < 0) {
      found.push(difference(before, undefined));
      continue;
    }
    for (const after of added.slice(next, at)) found.push(difference(undefined, after));
    found.push(difference(before, added[at]));
    next = at + 1;
  }
  for (const after of added.slice(next)) found.push(difference(undefined, after));
  return found;
}

function difference(before: string | undefined, after: string | undefined): ParagraphDifference {
  const sides = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  if (isLaidOut(before) || isLaidOut(after))
    return { ...sides, form: 'lines', runs: lineDiff(before, after) };
  return { ...sides, form: 'words', runs: wordDiff(before ?? '', after ?? '') };
}

/** Whether white space means something: in code, in a table, and where columns are kept apart by spaces. */
function isLaidOut(text: string | undefined): boolean {
  return text !== undefined && /^(?: {4}|\t|```|~~~|\|)|\S {3,}\S/m.test(text);
}

function lineDiff(before: string | undefined, after: string | undefined): readonly WordRun[] {
  const lines = (text: string | undefined) => text?.split(/\r\n|\n|\r/) ?? [];
  return diffArrays(lines(before), lines(after)).map(({ value, added, removed }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    text: value.join('\n'),
  }));
}

/** Compares the words as a bag: twice what both have, by all there are. */
function isLike(old: readonly string[], present: readonly string[]): boolean {
  // Of texts so different in length even all words in common would not do.
  if (2 * Math.min(old.length, present.length) <= likeness * (old.length + present.length)) return false;
  const counts = new Map<string, number>();
  for (const word of old) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of present) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  return (2 * common) / (old.length + present.length) > likeness;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}
