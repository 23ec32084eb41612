/** What the unrolling of a finished system needs to know. */
import type { Codes } from './codes.js';
import type { Domains } from './domains.js';
import type { Setup } from './setup.js';

export interface Builder {
  readonly setup: Setup;
  readonly codes: Codes;
  readonly domains: Domains;
}
