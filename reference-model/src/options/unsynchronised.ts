/**
 * Unsynchronised: what the interface has always said, "so don't do that".
 *
 * Mechanism: detach swaps the engine's table for the core's own, and the task takes the engine off its list at its next
 * report. Nothing tells whether the task is in one of the engine's callbacks.
 * Contract: 0 means that the engine is detached, and nothing else. It is exact if the task was stopped.
 * Cost: nothing per event; the lock and a few stores per detach; no memory.
 * Source: utrace before autumn 2008; the first interface's header already admits that a callback may be under way.
 *
 * The owner here frees its data after a 0, as owners did.
 */
import { common } from '../layer/common.js';
import type { DetachOption } from '../layer/option.js';

export const unsynchronised: DetachOption = {
  ...common,
  title: '0 means detached, and nothing else',
};
