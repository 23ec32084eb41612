/** What the pages are made from: values that others have worked out. Nothing is read or checked here. */
import type { CheckReport, TracedClause } from '@quiesce/conformance';
import type { CostReport } from '@quiesce/kernel';
import type { Rfc, RfcDifference } from '@quiesce/rfc';

export interface SiteInput {
  /** In the order in which they are listed. */
  readonly rfcs: readonly Rfc[];
  /** What exploration says, one for each model; none: the pages say that nothing was explored. */
  readonly checks: readonly SiteCheck[];
  /** Of all clauses, or of some. */
  readonly links: readonly TracedClause[];
  /** By RFC, the oldest first. */
  readonly differences: readonly SiteDifference[];
  /** What was measured; null: nothing yet. */
  readonly costs: CostReport | null;
  /** The text of each RFC as a mail, by the name of its file. */
  readonly mails: ReadonlyMap<string, string>;
}

/** What became of an RFC from one revision to the next. */
export interface SiteDifference {
  /** Of the RFC as it is now. */
  readonly file: string;
  /** Of the two texts: `v1`, `the present text`. */
  readonly before: string;
  readonly after: string;
  readonly difference: RfcDifference;
}

export interface SiteCheck {
  readonly report: CheckReport;
  /** The trace of each story of the report as ITF text, by the name that the report gives it. */
  readonly traces: ReadonlyMap<string, string>;
}

/** A file of the site. `path` is relative to the site's folder, with `/`. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}
