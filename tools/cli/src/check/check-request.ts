import type { StoryChoice } from '@quiesce/conformance';

/** What the user has asked `quiesce check` for. */
export interface CheckRequest {
  /** Paths as the user gave them; none: all RFCs of the project. */
  readonly rfcs: readonly string[];
  readonly json?: boolean;
  readonly junit?: string;
  readonly clause?: readonly string[];
  readonly option?: readonly string[];
  readonly scenario?: readonly string[];
  /** Only what quiesce.json calls the core. */
  readonly core?: boolean;
  /** Leaves out steps that come to the same in another order. */
  readonly reduce?: boolean;
  /** Such as `1/4`. */
  readonly shard?: string;
  readonly allTraces?: boolean;
  /** Which runs are searched, where it is not what `allTraces` shows. */
  readonly stories?: StoryChoice;
  /** A folder. */
  readonly traces?: string;
  readonly useCache: boolean;
  readonly config?: string;
}
