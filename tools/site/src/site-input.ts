/** What the pages are made from: values that others have worked out. Nothing is read or checked here. */
import type { CheckReport, TracedClause } from '@quiesce/conformance';
import type { Rfc } from '@quiesce/rfc';

export interface SiteInput {
  /** In the order in which they are listed. */
  readonly rfcs: readonly Rfc[];
  /** What exploration says, one for each model; none: the pages say that nothing was explored. */
  readonly checks: readonly SiteCheck[];
  /** Of all clauses, or of some. */
  readonly links: readonly TracedClause[];
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
