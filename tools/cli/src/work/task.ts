/** A piece of work that takes long and depends on its key alone: to explore a cell, to search a story in one, or to compare two promises. */

import type { Program } from '@quiesce/checker';
import {
  type Cell,
  type CellBroken,
  type CellResult,
  type ComparedCell,
  type ComparedResult,
  compareCell,
  exploreCell,
  type StoryResult,
  type StoryTarget,
  tellDifference,
  tellStory,
  type WantedRun,
  type WitnessResult,
} from '@quiesce/conformance';

export type Task =
  | { readonly kind: 'explore'; readonly key: string; readonly cell: Cell }
  | {
      readonly kind: 'story';
      readonly key: string;
      readonly cell: Cell;
      readonly target: StoryTarget;
      readonly maxNodes: number;
    }
  | { readonly kind: 'compare'; readonly key: string; readonly cell: ComparedCell }
  | {
      readonly kind: 'witness';
      readonly key: string;
      readonly cell: ComparedCell;
      readonly side: WantedRun['side'];
      readonly maxNodes: number;
    };

export type TaskResult = CellResult | StoryResult | ComparedResult | WitnessResult | CellBroken;

/** Does it all. `onProgress` is given the number of states so far, from time to time. */
export function doTask(program: Program, task: Task, onProgress?: (states: number) => void): TaskResult {
  const telling = onProgress === undefined ? {} : { onProgress };
  switch (task.kind) {
    case 'explore':
      return exploreCell(program, task.cell, telling);
    case 'story':
      return tellStory(program, task.cell, task.target, task.maxNodes);
    case 'compare':
      return compareCell(program, task.cell, telling);
    case 'witness':
      return tellDifference(program, task.cell, task.side, task.maxNodes);
  }
}

/** Tries it with at most `limit` states; undefined if that was not enough. */
export function tryTask(program: Program, task: Task, limit: number): TaskResult | undefined {
  if (task.kind === 'explore') {
    const result = exploreCell(program, task.cell, { maxStates: limit });
    const enough = result.kind !== 'explored' || result.complete || task.cell.bounds.maxStates <= limit;
    return enough ? result : undefined;
  }
  if (task.kind === 'compare') {
    const result = compareCell(program, task.cell, { maxStates: limit });
    const enough = result.kind !== 'compared' || result.complete || task.cell.bounds.maxStates <= limit;
    return enough ? result : undefined;
  }
  // It explores more than once, so a try is not worth it.
  if (task.kind === 'witness') return undefined;
  const result = tellStory(program, task.cell, task.target, Math.min(limit, task.maxNodes));
  if (task.maxNodes <= limit) return result;
  const isSure = result.kind === 'story' ? result.fewest : result.kind === 'broken' || result.complete;
  return isSure ? result : undefined;
}
