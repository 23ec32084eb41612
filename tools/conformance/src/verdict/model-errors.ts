/**
 * Errors of the model itself, which no clause speaks of: a step that fails (an assertion, a value out of range, a null
 * reference), and a deadlock that no property has asked about. Only options are held to this: a mutant is meant to be wrong.
 */
import type { Place } from '@quiesce/contract';
import { optionOf } from '../cell/cell.js';
import type { StoryResult } from '../cell/cell-result.js';
import type { StoryTarget } from '../cell/story-target.js';
import type { Evidence, Explored } from './evidence.js';

export interface Suspect {
  readonly explored: Explored;
  readonly target: StoryTarget;
  readonly message: string;
  readonly place?: Place;
  /** All cells that show it, this one included. */
  readonly cells: readonly string[];
}

/** A failure is named once for all cells, in the smallest of them; a deadlock once for each cell. */
export function suspectsIn(evidence: Evidence): readonly Suspect[] {
  const ofOptions = evidence.filter(({ cell }) => optionOf(cell) !== undefined);
  return [...failuresIn(ofOptions), ...deadlocksIn(ofOptions)];
}

/**
 * Whether a suspect is an error, given its story. Of a deadlock, the story is that of one of which no property speaks: no
 * `atEnd` says that a promise is broken. Where none is found, it is no error if the search was complete.
 */
export function isModelError({ target }: Suspect, story: StoryResult | undefined): boolean {
  return target.kind !== 'deadlock' || story?.kind !== 'no-story' || !story.complete;
}

function failuresIn(evidence: Evidence): readonly Suspect[] {
  const byPlace = new Map<string, Suspect>();
  const smallestFirst = [...evidence].sort((a, b) => a.result.states - b.result.states);
  for (const explored of smallestFirst) {
    for (const { process, edge, message, place } of explored.result.failures) {
      const name = `${place.file}:${place.line}:${place.column} ${message}`;
      const known = byPlace.get(name);
      const { id } = explored.cell;
      if (known === undefined) {
        const target = { kind: 'failure', process, edge } as const;
        byPlace.set(name, { explored, target, message, place, cells: [id] });
      } else if (!known.cells.includes(id)) byPlace.set(name, { ...known, cells: [...known.cells, id] });
    }
  }
  return [...byPlace.values()];
}

function deadlocksIn(evidence: Evidence): readonly Suspect[] {
  return evidence
    .filter(({ result }) => result.deadlocks > 0)
    .map((explored) => ({
      explored,
      target: { kind: 'deadlock' } as const,
      message: 'deadlock: no process can take a step, some have not ended, and no property speaks of it',
      cells: [explored.cell.id],
    }));
}
