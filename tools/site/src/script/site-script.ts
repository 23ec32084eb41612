/** The one script of the site: conveniences, without which every page can be read. */
import { filterScript } from './filter-script.js';

export const siteScript = [filterScript].join('\n');
