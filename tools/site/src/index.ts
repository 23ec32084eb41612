export { renderSite } from './render-site.js';
export type { SiteCheck, SiteDifference, SiteFile, SiteInput } from './site-input.js';
