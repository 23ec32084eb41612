export {
  type ClauseChange,
  type ClauseDifference,
  clauseChanges,
  diffClause,
  type Loss,
} from './diff/clause-difference.js';
export { diffRfcs, isSameRfc, type MovedClause, type RfcDifference } from './diff/diff-rfcs.js';
export type { Effect, FieldEffect } from './diff/effect.js';
export type { FieldDifference } from './diff/field-difference.js';
export type { FrontMatterDifference } from './diff/front-matter-difference.js';
export type { ObjectionDifference } from './diff/objection-difference.js';
export type { SectionDifference, SectionText } from './diff/section-difference.js';
export { type WordRun, wordDiff } from './diff/word-diff.js';
export type { Container, Fence } from './fence.js';
export { type FrontMatter, type FrontMatterPlaces, type Status, statuses } from './front-matter.js';
export { checkRfc, lintRfc, rfcRules } from './lint-rfc.js';
export { type ParsedRfc, parseRfc } from './parse-rfc.js';
export { type RfcProblemCode, rfcProblems } from './problems.js';
export type { Block, ContractBlock, ObjectionBlock, Rfc, Section } from './rfc.js';
export type { RfcContext, RfcRule } from './rule.js';
