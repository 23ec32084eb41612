export type { Container, Fence } from './fence.js';
export { type FrontMatter, type FrontMatterPlaces, type Status, statuses } from './front-matter.js';
export { checkRfc, lintRfc, rfcRules } from './lint-rfc.js';
export { type ParsedRfc, parseRfc } from './parse-rfc.js';
export { type RfcProblemCode, rfcProblems } from './problems.js';
export type { Block, ContractBlock, ObjectionBlock, Rfc, Section } from './rfc.js';
export type { RfcContext, RfcRule } from './rule.js';
