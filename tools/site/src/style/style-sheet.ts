/** The one style sheet of the site, written by hand: each file of this folder is a part of it. */
import { chartStyle } from '../chart/chart-style.js';
import { costStyle } from '../cost/cost-style.js';
import { differenceStyle } from '../difference/difference-style.js';
import { colours } from './colours.js';
import { frame } from './frame.js';
import { rfc } from './rfc.js';
import { text } from './text.js';
import { verdict } from './verdict.js';

export const styleSheet = [colours, text, frame, rfc, verdict, chartStyle, costStyle, differenceStyle].join(
  '',
);
