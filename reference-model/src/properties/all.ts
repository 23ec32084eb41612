/** All properties, in the order of the contract. */
import type { Property } from '@quiesce/checker/language';
import type { DetachWorld } from '../scenarios/world.js';
import { finalUncovered } from './barrier/final-uncovered.js';
import { barrierZeroMeansQuiet } from './barrier/zero-means-quiet.js';
import { underLock } from './context/under-lock.js';
import { answers } from './detach/answers.js';
import { atMostOneAfterInProgress } from './detach/at-most-one-after-in-progress.js';
import { inProgressMayBeFalse } from './detach/in-progress-may-be-false.js';
import { inProgressNamesEngine } from './detach/in-progress-names-engine.js';
import { neverInProgress } from './detach/never-in-progress.js';
import { neverWaits } from './detach/never-waits.js';
import { noCallbackAfterZero } from './detach/no-callback-after-zero.js';
import { neverEmpty } from './dispatch/never-empty.js';
import { applied } from './effect/applied.js';
import { barrierZeroMeansAttached } from './effect/barrier-zero-means-attached.js';
import { noOrphanStop } from './effect/no-orphan-stop.js';
import { resumeSticks } from './effect/resume-sticks.js';
import { clearedMeansSilent } from './events/cleared-means-silent.js';
import { alreadyMeansDeath } from './final/already-means-death.js';
import { alreadyWithoutDeath } from './final/already-without-death.js';
import { finalAnswers } from './final/answers.js';
import { esrchMeansReap } from './final/esrch-means-reap.js';
import { outlivesAnswer } from './final/outlives-answer.js';
import { reapIsLast } from './final/reap-is-last.js';
import { data } from './lifetime/data.js';
import { engine } from './lifetime/engine.js';
import { oneCleansUp } from './lifetime/one-cleans-up.js';
import { text } from './lifetime/text.js';
import { zeroAtOnce } from './other/zero-at-once.js';
import { barrierSaysZero } from './self/barrier-says-zero.js';
import { callReturns } from './self/call-returns.js';
import { callSaysInProgress } from './self/call-says-in-progress.js';
import { lastAfterAnswer } from './self/last-after-answer.js';
import { barrierRestarts } from './signal/barrier-restarts.js';
import { killBreaksStop } from './signal/kill-breaks-stop.js';
import { zeroMeansQuiet } from './stop/zero-means-quiet.js';
import { loserMayOverlap } from './two/loser-may-overlap.js';
import { oneWins } from './two/one-wins.js';
import { ends } from './wait/ends.js';
import { ownCallbackOnly } from './wait/own-callback-only.js';

export const properties: readonly Property<DetachWorld>[] = [
  answers,
  neverInProgress,
  noCallbackAfterZero,
  atMostOneAfterInProgress,
  inProgressNamesEngine,
  inProgressMayBeFalse,
  neverEmpty,
  zeroMeansQuiet,
  clearedMeansSilent,
  barrierZeroMeansQuiet,
  finalAnswers,
  alreadyMeansDeath,
  alreadyWithoutDeath,
  esrchMeansReap,
  reapIsLast,
  outlivesAnswer,
  finalUncovered,
  oneCleansUp,
  data,
  text,
  engine,
  neverWaits,
  lastAfterAnswer,
  callReturns,
  callSaysInProgress,
  barrierSaysZero,
  zeroAtOnce,
  oneWins,
  loserMayOverlap,
  applied,
  barrierZeroMeansAttached,
  noOrphanStop,
  resumeSticks,
  ends,
  ownCallbackOnly,
  barrierRestarts,
  killBreaksStop,
  underLock,
];
