/**
 * Keys by content: two explorations with one key give one result, whoever runs them and wherever. So a key holds all that a
 * result depends on, and nothing else: the text of the RFC, for one, is not in it.
 */
import { createHash } from 'node:crypto';
import type { Cell } from './cell.js';
import type { StoryTarget } from './story-target.js';

/** Raised when the shape or the meaning of results changes. */
const resultVersion = 5;

/** What all cells of a run have in common. */
export interface Foundation {
  /** Of the code that explores. */
  readonly checker: string;
  /** The path of the file that exports the model: any of the files may. */
  readonly entry: string;
  /** The model's files, as they were read. */
  readonly sources: readonly { readonly path: string; readonly text: string }[];
}

/** A short text for a foundation, so that it is not hashed again for each cell. */
export function foundationKey({ checker, entry, sources }: Foundation): string {
  const files = [...sources]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, text }) => [path, digest(text)]);
  return digest(JSON.stringify([resultVersion, checker, entry, files]));
}

/** 64 hexadecimal digits. */
export function cellKey(foundation: string, cell: Cell): string {
  const { subject, scenario, sizes, properties, memoryModel, reduction, bounds } = cell;
  return digest(
    JSON.stringify([
      foundation,
      subject.kind === 'option' ? ['option', subject.option] : ['mutant', subject.mutant],
      scenario,
      Object.entries(sizes),
      properties,
      memoryModel,
      reduction,
      bounds.maxStates,
      bounds.maxMegabytes,
    ]),
  );
}

/** 64 hexadecimal digits. */
export function storyKey(cell: string, target: StoryTarget, maxNodes: number): string {
  return digest(JSON.stringify([cell, target, maxNodes]));
}

/** SHA-256 in hexadecimal. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
