/**
 * What is known of a project while one of its files is being edited. Whoever answers a question gets it as a value; nothing
 * here is read from disk, and all but the documents may be missing because nobody has come to reading it yet.
 *
 * Files are named as findings name them: relative to the project's root, with `/`; absolute where they are outside.
 */
import type { ModelDescription } from '@quiesce/checker';
import type { LastVerdict, TestFile, TracedClause } from '@quiesce/conformance';
import type { Clause } from '@quiesce/contract';
import type { CheckedRfc, Rfc } from '@quiesce/rfc';

export interface ProjectIndex {
  /** All RFCs of the project, and those that are only open, as the editor shows them now. */
  readonly documents: readonly CheckedRfc[];
  /** False while the rest is being read for the first time: what is not found may be there. */
  readonly isRead: boolean;
  readonly models: readonly IndexedModel[];
  /** Snapshots of what was sent, of all RFCs, oldest first. */
  readonly history: readonly Rfc[];
  /** Files of tests, with the clauses that their comments name. */
  readonly tests: readonly TestFile[];
  /** What the last check said of a clause; undefined if there was none. */
  readonly verdictOf: (clause: Clause) => LastVerdict | undefined;
  /** Each clause with its links; joined anew when it is asked for. */
  readonly traced: () => readonly TracedClause[];
  readonly uriOf: (file: string) => string;
}

export interface IndexedModel {
  readonly entry: string;
  /** Numbers of the RFCs that are checked against it; absent: all. */
  readonly rfcs?: readonly number[];
  readonly description: ModelDescription;
  /** All texts that it was made from. */
  readonly files: readonly IndexedFile[];
}

export interface IndexedFile {
  readonly path: string;
  readonly text: string;
}

/** What is known when nothing was read but what is open. */
export function indexOf(
  documents: readonly CheckedRfc[],
  uriOf: ProjectIndex['uriOf'],
  known: Partial<ProjectIndex> = {},
): ProjectIndex {
  return {
    isRead: true,
    models: [],
    history: [],
    tests: [],
    verdictOf: () => undefined,
    traced: () => [],
    ...known,
    documents,
    uriOf,
  };
}
