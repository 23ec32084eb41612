export { type BenchConfig, type BenchProgram, benchConfigSchema } from './bench/bench-config.js';
export { type BootRows, rowsOfBoot } from './bench/boot-rows.js';
export { fastPathRows } from './bench/fast-path.js';
export { type Environment, idleAudit, makeReport } from './bench/make-report.js';
export { mergeReport } from './bench/merge-report.js';
export {
  type BenchBoot,
  type BenchedSeries,
  type BenchRequest,
  bootText,
  commandsOf,
  planBench,
} from './bench/plan.js';
export { planUntouched, type UntouchedCall, untouchedCall } from './bench/untouched.js';
export { lostOptions } from './config/fragment.js';
export {
  type BuildConfig,
  type Caught,
  configsOf,
  type GuestPlan,
  type KernelConfig,
  kernelConfigSchema,
  parseKernelConfig,
  planGuests,
  unknownSeries,
} from './config/kernel-config.js';
export { claimTables } from './costs/claim-tables.js';
export {
  type Clock,
  type Cost,
  type CostMetric,
  type CostReport,
  type CostSetting,
  clocks,
  costMetrics,
  costReportSchema,
  parseCostReport,
  type ReadCosts,
} from './costs/cost-report.js';
export { costTables } from './costs/cost-tables.js';
export { costsSchemaText } from './costs/costs-schema.js';
export { measuredSets } from './costs/measured-sets.js';
export { type Published, parsePublished } from './costs/published.js';
export { type CostedRfc, costSection, publishedSection } from './costs/section/cost-section.js';
export { type Table, tableMarkdown, tableText } from './costs/table.js';
export {
  type Accelerator,
  accelerators,
  type CommandLine,
  type Machine,
  qemuCommand,
} from './guest/qemu-command.js';
export {
  type CommandResult,
  type Ending,
  endingText,
  type GuestResults,
  readResults,
} from './guest/read-results.js';
export { type ArchiveEntry, newcArchive } from './image/newc.js';
export { type ParsedTap, parseKtap } from './ktap/parse-ktap.js';
export { tapHeader, tapPoint } from './ktap/render-tap.js';
export { type Directive, isFailure, type TestPoint, testPointSchema } from './ktap/test-point.js';
export { addedWarnings } from './log/compiler-warning.js';
export { type Finding, type FindingKind, findingKinds } from './log/finding.js';
export { readKernelLog } from './log/read-kernel-log.js';
export { type KernelProblemCode, kernelProblems, report as reportKernel } from './problems.js';
export { type GuestEnd, type GuestRun, judgeGuest } from './verdict/judge-guest.js';
