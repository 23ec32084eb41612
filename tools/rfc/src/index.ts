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
export { type ClausePair, pairClauses } from './diff/pair-clauses.js';
export { type ParagraphDifference, paragraphDiff } from './diff/paragraph-diff.js';
export type { SectionDifference, SectionText } from './diff/section-difference.js';
export { type WordRun, wordDiff } from './diff/word-diff.js';
export type { Container, Fence } from './fence.js';
export {
  expectedOf,
  type FrontMatter,
  type FrontMatterKey,
  type FrontMatterPlaces,
  frontMatterKeys,
  type Status,
  statuses,
} from './front-matter.js';
export type { Allowance, Allowed } from './lint/allowance.js';
export { type CatalogueEntry, catalogue } from './lint/catalogue.js';
export type { LintOptions, RfcContext } from './lint/context.js';
export { type FixedRfc, type FixOptions, fixDiff, fixRfc, hasSafeFix } from './lint/fix-rfc.js';
export { type CheckedRfc, type CheckOptions, checkRfc, type LintedRfc, lintRfc } from './lint/lint-rfc.js';
export { type Mode, modes, type SeverityByMode } from './lint/mode.js';
export type { ProjectNames } from './lint/project-names.js';
export type { RfcRule } from './lint/rule.js';
export type { LineOrigin } from './mail/mail-line.js';
export { type MailMap, mailMapJson, mailMapSchema } from './mail/mail-map.js';
export {
  type Difference,
  firstDifference,
  type MailEncoding,
  mailEncodings,
  mailMessage,
} from './mail/mail-message.js';
export {
  type MailOptions,
  type MailPart,
  type MailPartLine,
  mailWidth,
  type RenderedMail,
  renderMail,
} from './mail/render-mail.js';
export { type ParsedRfc, parseRfc } from './parse-rfc.js';
export { bumpRfc, isUnrevised, refreshChanges } from './revise/bump-rfc.js';
export { findMarkedParts, type MarkedPart, markedEdit } from './revise/marked-part.js';
export { type NewRfc, newRfcText, titleSlug } from './revise/new-rfc.js';
export type { Block, ContractBlock, ObjectionBlock, Rfc, Section } from './rfc.js';
export { rfcRules } from './rules/all.js';
