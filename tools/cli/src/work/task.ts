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
  tellStory,
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
  | {
      readonly kind: 'compare';
      readonly key: string;
      readonly cell: ComparedCell;
      readonly maxNodes: number;
    };

export type TaskResult = CellResult | StoryResult | ComparedResult | CellBroken;

/** Does it all. `onProgress` is given the number of states so far, from time to time. */
export function doTask(program: Program, task: Task, onProgress?: (states: number) => void): TaskResult {
  const telling = onProgress === undefined ? {} : { onProgress };
  switch (task.kind) {
    case 'explore':
      return exploreCell(program, task.cell, telling);
    case 'story':
      return tellStory(program, task.cell, task.target, task.maxNodes);
    case 'compare':
      return compareCell(program, task.cell, { maxStoryNodes: task.maxNodes, ...telling });
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
    const bounds = { maxStates: limit, maxStoryNodes: task.maxNodes };
    const result = compareCell(program, task.cell, bounds);
    const enough = result.kind !== 'compared' || result.complete || task.cell.bounds.maxStates <= limit;
    return enough ? result : undefined;
  }
  const result = tellStory(program, task.cell, task.target, Math.min(limit, task.maxNodes));
  if (task.maxNodes <= limit) return result;
  const isSure = result.kind === 'story' ? result.fewest : result.kind === 'broken' || result.complete;
  return isSure ? result : undefined;
}
