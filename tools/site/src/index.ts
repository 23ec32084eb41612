export { renderSite } from './render-site.js';
export type { SiteCheck, SiteFile, SiteInput } from './site-input.js';
