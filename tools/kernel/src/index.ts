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
