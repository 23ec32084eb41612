export { type CostReport, parseCostReport } from './cost/cost-report.js';
export { renderSite } from './render-site.js';
export type { SiteCheck, SiteDifference, SiteFile, SiteInput } from './site-input.js';
