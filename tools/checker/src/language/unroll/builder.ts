/** What the unrolling of a finished system needs to know. */

import type { Domains } from '../domain/domains.js';
import type { Codes } from '../lower/codes.js';
import type { Setup } from '../setup/setup.js';
import type { Feasible } from './feasible.js';
import type { Interner } from './interning.js';
import type { ValueTexts } from './value-text.js';

export interface Builder {
  readonly setup: Setup;
  readonly codes: Codes;
  readonly domains: Domains;
  readonly feasible: Feasible;
  readonly interner: Interner;
  readonly texts: ValueTexts;
  readonly processNames: readonly string[];
}
