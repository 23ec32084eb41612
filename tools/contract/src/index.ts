export { acceptFixes, applyFixes } from './apply-fixes.js';
export {
  type Clause,
  type ClauseContent,
  type ClauseKey,
  clauseTable,
  isPromisedBy,
  type Keyword,
  keywords,
  type PlacesOf,
} from './clause.js';
export type { Diagnostic, Edit, Place, Severity } from './diagnostic.js';
export { byPlace } from './diagnostic-order.js';
export { displayText } from './display-text.js';
export type { Field } from './field.js';
export { describeFields, type FieldRule, type FieldTable, keysOf, type Times } from './field-table.js';
export {
  type ClauseId,
  isClauseId,
  isMessageId,
  isOptionName,
  type OptionName,
  type PropertyLink,
  parsePropertyLink,
  printPropertyLink,
} from './identifier.js';
export { markdownTable } from './markdown-table.js';
export { editDistance, nearestWord } from './nearest-word.js';
export {
  type Objection,
  type ObjectionContent,
  type ObjectionKey,
  type ObjectionState,
  objectionStates,
  objectionTable,
} from './objection.js';
export { type BlockSpans, type ParsedBlock, parseBlock } from './parse-block.js';
export { type ParsedClause, parseClause } from './parse-clause.js';
export { type ParsedObjection, parseObjection } from './parse-objection.js';
export type { Placed } from './placed.js';
export {
  clauseValues,
  printClause,
  printClauseBody,
  printField,
  printObjection,
  printObjectionBody,
} from './print-block.js';
export {
  describeProblems,
  oneOf,
  type ProblemDetails,
  type ProblemTable,
  quoted,
  type Report,
  reporterOf,
  type Words,
  words,
} from './problem.js';
export { type ContractProblemCode, contractProblems } from './problems.js';
export { type RenderOptions, renderDiagnostic } from './render-diagnostic.js';
export {
  lineSpan,
  linesWithin,
  placeOf,
  type SourceText,
  type Span,
  sourceText,
  type TextPlace,
  textOf,
} from './source-text.js';
export { ToolError } from './tool-error.js';
