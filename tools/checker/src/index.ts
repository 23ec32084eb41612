export type { Diagnostic } from '@quiesce/contract';
export { assert } from './assert.js';
export { failuresOf } from './codegen/edges.js';
export {
  type CompareOptions,
  compareRuns,
  type OnlyOne,
  type RunsCompared,
} from './compare/compare-runs.js';
export { type Pair, type Side, sides } from './compare/pair.js';
export { type OnlyRun, type TellBounds, tellOnly } from './compare/tell-only.js';
export { promelaOf } from './export/promela/promela.js';
export { type TlaText, tlaOf } from './export/tla/tla.js';
export { signalsIn } from './ir/interpret.js';
export * from './ir/system.js';
export { type Compiled, compileWorld } from './language/compile.js';
export {
  compileScenario,
  type Described,
  describeModel,
  type ModelDescription,
  type MutantInfo,
  type PropertyDescription,
  type ScenarioInfo,
  type Sizes,
  type Subject,
  type UnmodelledInfo,
} from './language/model.js';
export { type ProblemCode, problems } from './language/problems.js';
export { type Host, type Loaded, loadModel, type Program } from './language/program/program.js';
export { propertyCode } from './language/property-code.js';
export {
  type ModuleText,
  modulesOf,
  type PropertyOrigin,
  propertyOrigins,
} from './language/property-origin.js';
export {
  isEnough,
  type MemoryModel,
  memoryModels,
  type UnderOptions,
  underMemoryModel,
} from './memory/memory-model.js';
export type { Buffered } from './memory/total-store-order.js';
export { type Crew, openCrew } from './search/crew.js';
export {
  type EngineName,
  type Exploration,
  type ExploreOptions,
  explore,
  type Progress,
  type ReductionName,
  type StoppedBy,
} from './search/explore.js';
export {
  checkAllLiveness,
  checkLiveness,
  type LivenessFound,
  type LivenessOptions,
} from './search/liveness/check-liveness.js';
export { findStory, type Story, type StoryBounds, type StoryFound, type Target } from './search/story.js';
export { columnTable } from './trace/column-table.js';
export { type Coverage, coverageOf, type Gap, gapsOf, gapText, mergeCoverage } from './trace/coverage.js';
export { itfText } from './trace/itf.js';
export { type JsonNode, nodeAt, type ParsedJson, parseJson, plainValue } from './trace/json.js';
export { type ReadTrace, readItf, type TracePlaces } from './trace/read-itf.js';
export { type Run, replay } from './trace/replay.js';
export { type ReplayedTrace, replayTrace } from './trace/replay-trace.js';
export { type Trace, traceOf } from './trace/trace.js';
export { wrap } from './trace/wrap.js';
