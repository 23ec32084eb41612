/**
 * The other end of C02, in work that is deferred: it is counted before it can run, but its last act was to count down,
 * and after that come the last instructions of its text.
 */
import { atomicDecAndTest, type Mutant, type Scenario } from '@quiesce/checker/language';
import type { Backlog, Work } from '../client/backlog.js';
import { useData } from '../layer/data.js';
import type { Engine } from '../layer/engine.js';
import { textRuns } from '../layer/observations.js';
import type { DetachOption } from '../layer/option.js';
import { recordBarrier } from '../options/record-barrier.js';
import { deferring, orderly } from '../scenarios/deferring.js';
import type { DetachSizes, DetachWorld } from '../scenarios/world.js';

const countingWork: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'counting-work',
  title: 'Wait for deferred work that counts itself, then unload the module',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => deferring(option, sizes, { ...orderly, doWork }),
};

function doWork(backlog: Backlog, work: Work, engine: Engine): void {
  work.queued = false;
  textRuns(engine.module);
  useData(engine);
  atomicDecAndTest(backlog, 'outstanding');
  textRuns(engine.module);
}

export const countInTheWork: Mutant<DetachOption, DetachWorld> = {
  id: 'C02b',
  title: 'Work counts itself down, and then has some text left',
  source: 'SystemTap, fixed in 6cb54128',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: countingWork,
  caughtBy: 'lifetime/text',
};
