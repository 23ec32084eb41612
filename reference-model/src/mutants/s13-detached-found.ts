/** Seeded: a look at the engines finds what is still on the list, detached or not. */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { record } from '../options/record.js';
import { detachFound } from '../scenarios/detach-found.js';
import type { DetachWorld } from '../scenarios/world.js';

export const detachedFound: Mutant<DetachOption, DetachWorld> = {
  id: 'S13',
  title: 'A look finds an engine that was detached',
  source: 'seeded',
  option: { ...record, canBeFound: (engine) => engine.ops !== 'none' },
  of: 'record',
  scenario: detachFound,
  caughtBy: 'attach/neverDetached',
};
