export {
  type BarrierReport,
  barrierJson,
  barrierReportSchema,
} from './barriers/barrier-report.js';
export { type BarrierQuestion, type Probed, probeBarriers } from './barriers/probe-barriers.js';
export { renderBarriers } from './barriers/render-barriers.js';
export { type ClauseCard, type ClauseRevision, cardsJson, cardsSchema } from './card/clause-card.js';
export { keywordMeanings } from './card/keyword-meaning.js';
export { type CardText, renderCard } from './card/render-card.js';
export { renderOption } from './card/render-option.js';
export { renderProperty } from './card/render-property.js';
export { renderShort, type ShortView } from './card/render-short.js';
export { type Bounds, type Cell, type MemoryModel, memoryModels } from './cell/cell.js';
export { cellKey, digest, type Foundation, foundationKey, storyKey } from './cell/cell-key.js';
export {
  type CellResult,
  cellResultSchema,
  type StoryResult,
  storyResultSchema,
} from './cell/cell-result.js';
export { type CellBroken, type CellOptions, exploreCell } from './cell/explore-cell.js';
export { type Origin, originOf, readOrigin } from './cell/origin.js';
export { parseShard, planCells, planMutants, type Selection, type Shard, shardOf } from './cell/plan.js';
export type { StoryTarget } from './cell/story-target.js';
export { tellStory } from './cell/tell-story.js';
export {
  type Behaviour,
  type BehaviourQuestion,
  behaviourSchema,
  type ComparedEvidence,
  judgeBehaviour,
  runName,
  type WantedRun,
  wantedRuns,
} from './compare/behaviour.js';
export {
  type CompareCellOptions,
  compareCell,
  comparedKey,
  tellDifference,
  witnessKey,
} from './compare/compare-cell.js';
export {
  type ComparedResult,
  comparedResultSchema,
  type WitnessResult,
  witnessResultSchema,
} from './compare/compared-result.js';
export {
  type ComparedCell,
  type Comparison,
  planComparison,
  type SideLink,
  sideLinks,
  withoutMore,
} from './compare/comparison.js';
export {
  type ModelText,
  type ModelWithOld,
  type OldProperty,
  withOldProperties,
} from './compare/old-properties.js';
export { renderBehaviour } from './compare/render-behaviour.js';
export {
  type ModelChoice,
  type ProjectConfig,
  parseProjectConfig,
  type ReadConfig,
} from './config/project-config.js';
export { buildDifference, type NamedDifference } from './difference/build-difference.js';
export {
  type DifferencePart,
  type DifferenceReport,
  differenceJson,
  differenceReportSchema,
} from './difference/difference-report.js';
export { renderDifference } from './difference/render-difference.js';
export { type Linked, type LinkedClause, linkPromises } from './link/link-promises.js';
export { isInForce, type PromiseDocument } from './link/promises.js';
export { secondClauses } from './link/second-clauses.js';
export { secondNumbers } from './link/second-numbers.js';
export {
  filterObjections,
  type ListedObjection,
  type ObjectionFilter,
  objectionsJson,
  objectionsSchema,
} from './objection/objection-list.js';
export { renderObjections } from './objection/render-objections.js';
export { type ConformanceProblemCode, conformanceProblems } from './problems.js';
export { buildReport, type ReportInput } from './report/build-report.js';
export { type CheckReport, checkReportSchema } from './report/check-report.js';
export { reportJson } from './report/json.js';
export { jsonSchemaText, type SchemaName, schemaNames } from './report/json-schema.js';
export { junitXml } from './report/junit.js';
export { type LintedFile, lintReport, lintReportJson, lintReportSchema } from './report/lint/lint-report.js';
export { type SarifRule, sarifText } from './report/lint/sarif.js';
export { unixText } from './report/lint/unix.js';
export { type MailContent, type MailWishes, mailContents, mailParts } from './report/mail/mail-parts.js';
export { type ReportOfRfc, reportOfRfc } from './report/mail/report-of-rfc.js';
export {
  type ProjectReport,
  projectReport,
  projectReportSchema,
  projectReportVersion,
} from './report/project-report.js';
export { renderBugs } from './report/text/render-bugs.js';
export { renderLinks } from './report/text/render-links.js';
export { type ReportText, renderReport } from './report/text/render-report.js';
export {
  renderFarEnd,
  renderStaleClause,
  renderTracedClause,
  renderTraceTable,
  traceSummary,
} from './report/text/render-trace.js';
export { traceFileName } from './report/trace-file-name.js';
export { checkedDigest, clauseDigest } from './trace/clause-digest.js';
export { confirmLinks } from './trace/confirm.js';
export {
  type Confirmation,
  type LinkKind,
  printConfirmations,
  readConfirmations,
} from './trace/confirmation.js';
export {
  type FarEnd,
  type FarEndKind,
  farEnds,
  findFarEnds,
  type LinkedFrom,
} from './trace/far-end.js';
export type { Hunk } from './trace/hunk.js';
export { isInside } from './trace/is-test-path.js';
export {
  type KeptCheck,
  keepCheck,
  keptCheck,
  type LastCheck,
  type LastVerdict,
  lastCheck,
  lastVerdict,
  parseKeptChecks,
  printKeptChecks,
} from './trace/kept-check.js';
export { type LinkReport, linkReport } from './trace/link-report.js';
export { type Mention, readMentions } from './trace/mention.js';
export { type Patch, readPatches } from './trace/patch.js';
export type { Placed, TracedSeries } from './trace/series.js';
export { traceFindings } from './trace/trace-findings.js';
export { type TraceReport, traceReport, traceReportJson, traceReportSchema } from './trace/trace-report.js';
export { linksOf, traceClauses } from './trace/traceability.js';
export type {
  Confirmed,
  PatchLinked,
  PropertyLinked,
  TestFile,
  TestLinked,
  ThreadLinked,
  TracedClause,
  TracedDocument,
  TracedLink,
  TracedProperty,
  TraceInput,
} from './trace/traced.js';
export { isUnlinked } from './trace/unlinked.js';
export type { Evidence, Explored } from './verdict/evidence.js';
export { type Judgement, judge, type Question } from './verdict/judgement.js';
export { type Verdict, verdicts, verdictTable } from './verdict/verdict.js';
export {
  type Stories,
  type StoryChoice,
  storyName,
  type WantedStory,
  wantedStories,
} from './verdict/wanted-stories.js';
