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
export { renderTap } from './ktap/render-tap.js';
export { type Directive, isFailure, type TestPoint } from './ktap/test-point.js';
export { type Finding, type FindingKind, findingKinds } from './log/finding.js';
export { readKernelLog } from './log/read-kernel-log.js';
export { type KernelProblemCode, kernelProblems, report as reportKernel } from './problems.js';
export { type GuestEnd, type GuestRun, judgeGuest } from './verdict/judge-guest.js';
