/** Seeded: the wait of a counted detach is made interruptible, and the call answers as an interrupted sleep does. */
import { type Mutant, when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Thread } from '../layer/task.js';
import { counted } from '../options/counted.js';
import { detachInterrupted } from '../scenarios/detach-interrupted.js';
import type { DetachWorld } from '../scenarios/world.js';

export const interruptibleWait: Mutant<DetachOption, DetachWorld> = {
  id: 'S01',
  title: 'Detach sleeps interruptibly',
  source: 'seeded, after the interruptible barrier',
  option: { ...counted, awaitCallbacks },
  of: 'counted',
  scenario: detachInterrupted,
  caughtBy: 'detach/answers',
};

function awaitCallbacks(engine: Engine, current: Thread): Answer {
  const attached = engine.ops === 'user' ? 1 : 0;
  when(engine.inFlight <= attached || current.killed);
  return engine.inFlight <= attached ? 0 : '-ERESTARTSYS';
}
