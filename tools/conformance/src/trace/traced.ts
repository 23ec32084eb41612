/** What goes into the join of clauses with all that they are linked to, and what comes out. */
import type { Clause, Objection, Place } from '@quiesce/contract';
import type { PromiseDocument } from '../link/promises.js';
import type { Confirmation } from './confirmation.js';
import type { Hunk } from './hunk.js';
import type { Mention } from './mention.js';
import type { Patch } from './patch.js';
import type { TracedSeries } from './series.js';

/** An RFC that is in force. */
export interface TracedDocument extends PromiseDocument {
  readonly objections: readonly Objection[];
}

/** A property of a model of the project. */
export interface TracedProperty {
  readonly id: string;
  readonly clause: string;
  readonly kind: 'always' | 'sometimes' | 'liveness';
  readonly place: Place;
}

/** A file of tests, with the clauses that its comments name. */
export interface TestFile {
  readonly file: string;
  readonly mentions: readonly Mention[];
}

export interface TraceInput {
  readonly documents: readonly TracedDocument[];
  readonly properties: readonly TracedProperty[];
  /** Undefined where the project has no series. */
  readonly patches?: readonly Patch[];
  /** The folder of the series, as in the paths of the patches: it is left out of names. */
  readonly seriesFolder?: string;
  /** What folders of patches say of themselves; none: each clause is held against all patches. */
  readonly series?: readonly TracedSeries[];
  /** Undefined where the project names no tests. */
  readonly tests?: readonly TestFile[];
  /** What the project calls tests: paths of files or folders, here or in the tree that the patches change. */
  readonly testPaths?: readonly string[];
  readonly confirmations: readonly Confirmation[];
}

/** Whether the far end was compared with the clause as it is: stale if the clause has changed since. */
export type Confirmed = 'confirmed' | 'stale' | 'unconfirmed';

export interface Link {
  /** What a confirmation names: stable where files are renumbered. */
  readonly to: string;
  readonly confirmed: Confirmed;
  readonly stale: boolean;
}

export interface PropertyLinked extends Link {
  readonly kind: 'property';
  /** Undefined if no model of the project has it. */
  readonly place: Place | undefined;
  /** Where the clause names it; undefined if it does not. */
  readonly namedAt: Place | undefined;
}

export interface PatchLinked extends Link {
  readonly kind: 'patch';
  readonly file: string;
  readonly subject: string;
  readonly messageId: string | undefined;
  /** The id of the series that has it; undefined where none says so. */
  readonly series: string | undefined;
  /** Of the trailer. */
  readonly place: Place;
  /** What of the patch is about the clause: the hunks in its Code, or all where it names none. */
  readonly hunks: readonly Hunk[];
}

export interface TestLinked extends Link {
  readonly kind: 'test';
  /** A file of the project, or of the tree that the patches change. */
  readonly file: string;
  /** Of the comments that name the clause; in a patch, if `patch` names one. */
  readonly places: readonly Place[];
  /** The patch that adds the test; undefined for a file of the project. */
  readonly patch: string | undefined;
}

export interface ThreadLinked extends Link {
  readonly kind: 'thread';
  /** Of the Thread field. */
  readonly place: Place;
  /** The objection that names it; undefined if the clause does. */
  readonly objection: string | undefined;
  /** Of the patch with this Message-ID, if it is one. */
  readonly subject: string | undefined;
}

export type TracedLink = PropertyLinked | PatchLinked | TestLinked | ThreadLinked;

export interface TracedClause {
  readonly clause: Clause;
  /** The number of its RFC. */
  readonly rfc: number;
  readonly file: string;
  /** Of its text, as confirmations hold it. */
  readonly digest: string;
  readonly properties: readonly PropertyLinked[];
  readonly patches: readonly PatchLinked[];
  readonly tests: readonly TestLinked[];
  readonly threads: readonly ThreadLinked[];
  /** Those against it, and none that are against the RFC as a whole. */
  readonly objections: readonly Objection[];
}
