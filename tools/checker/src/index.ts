export type { Diagnostic } from '@quiesce/contract';
export { assert } from './assert.js';
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
} from './language/model.js';
export { problems, type ProblemCode } from './language/problems.js';
export { type Host, type Loaded, loadModel, type Program } from './language/program/program.js';
