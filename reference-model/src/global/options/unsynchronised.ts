/**
 * Unsynchronised: unregister takes the callbacks out, and that is all.
 *
 * Mechanism: the slot's word is cleared. Contract: none about callbacks that have begun, or are about to.
 * Cost: nothing per event, a store per unregister, no memory.
 * Source: what global tracing is without an answer to the question; static ftrace callbacks, which are never freed, do it so.
 *
 * The client frees its data after a 0, as clients do.
 */
import { common } from '../layer/common.js';
import type { GlobalOption } from '../layer/option.js';

export const unsynchronised: GlobalOption = { ...common, title: '0 means taken out, and nothing else' };
