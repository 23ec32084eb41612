export { planSite, renderSite, type SitePlan } from './render-site.js';
export type { SiteCheck, SiteDifference, SiteFile, SiteInput } from './site-input.js';
