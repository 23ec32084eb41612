/** The one script of the site: conveniences, without which every page can be read. */
import { stepScript } from '../chart/step-script.js';
import { filterScript } from './filter-script.js';

export const siteScript = [stepScript, filterScript].join('\n');
