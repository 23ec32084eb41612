/** All properties, in the order of the contract. */
import type { Property } from '@quiesce/checker/language';
import type { DetachWorld } from '../scenarios/world.js';
import { attachNeverDetached } from './attach/never-detached.js';
import { attachNextEvent } from './attach/next-event.js';
import { attachNotThisEvent } from './attach/not-this-event.js';
import { attachOneExclusive } from './attach/one-exclusive.js';
import { barrierFinalUncovered } from './barrier/final-uncovered.js';
import { barrierZeroMeansQuiet } from './barrier/zero-means-quiet.js';
import { completionExactlyOnce } from './completion/exactly-once.js';
import { completionIsLast } from './completion/is-last.js';
import { contextCallbackMaySleep } from './context/callback-may-sleep.js';
import { contextUnderLock } from './context/under-lock.js';
import { detachAnswers } from './detach/answers.js';
import { detachAtMostOneAfterInProgress } from './detach/at-most-one-after-in-progress.js';
import { detachInProgressMayBeFalse } from './detach/in-progress-may-be-false.js';
import { detachInProgressNamesEngine } from './detach/in-progress-names-engine.js';
import { detachNeverInProgress } from './detach/never-in-progress.js';
import { detachNeverWaits } from './detach/never-waits.js';
import { detachNoCallbackAfterZero } from './detach/no-callback-after-zero.js';
import { detachQuietAfterAll } from './detach/quiet-after-all.js';
import { dispatchNeverEmpty } from './dispatch/never-empty.js';
import { effectApplied } from './effect/applied.js';
import { effectBarrierZeroMeansAttached } from './effect/barrier-zero-means-attached.js';
import { effectNoOrphanStop } from './effect/no-orphan-stop.js';
import { effectResumeSticks } from './effect/resume-sticks.js';
import { eventsAddedWithoutAlarm } from './events/added-without-alarm.js';
import { eventsClearedMeansSilent } from './events/cleared-means-silent.js';
import { examineZeroMeansStill } from './examine/zero-means-still.js';
import { finalAlreadyMeansDeath } from './final/already-means-death.js';
import { finalAlreadyWithoutDeath } from './final/already-without-death.js';
import { finalAnswers } from './final/answers.js';
import { finalEsrchMeansReap } from './final/esrch-means-reap.js';
import { finalEventsAreTrue } from './final/events-are-true.js';
import { finalOutlivesAnswer } from './final/outlives-answer.js';
import { finalReapIsLast } from './final/reap-is-last.js';
import { lifetimeData } from './lifetime/data.js';
import { lifetimeEngine } from './lifetime/engine.js';
import { lifetimeOneCleansUp } from './lifetime/one-cleans-up.js';
import { lifetimeTask } from './lifetime/task.js';
import { lifetimeText } from './lifetime/text.js';
import { otherTaskEnds } from './other/task-ends.js';
import { otherZeroAtOnce } from './other/zero-at-once.js';
import { releaseLastOfAll } from './release/last-of-all.js';
import { releaseOutlivesAnswer } from './release/outlives-answer.js';
import { requestIsServed } from './request/is-served.js';
import { selfBarrierSaysZero } from './self/barrier-says-zero.js';
import { selfCallNeverInProgress } from './self/call-never-in-progress.js';
import { selfCallReturns } from './self/call-returns.js';
import { selfCallSaysInProgress } from './self/call-says-in-progress.js';
import { selfLastAfterAnswer } from './self/last-after-answer.js';
import { signalBarrierRestarts } from './signal/barrier-restarts.js';
import { signalKillBreaksStop } from './signal/kill-breaks-stop.js';
import { stopZeroMeansQuiet } from './stop/zero-means-quiet.js';
import { twoLoserMayOverlap } from './two/loser-may-overlap.js';
import { twoLoserToldApart } from './two/loser-told-apart.js';
import { twoOneWins } from './two/one-wins.js';
import { unloadSucceeds } from './unload/succeeds.js';
import { waitEnds } from './wait/ends.js';
import { waitNotForTheTask } from './wait/not-for-the-task.js';
import { waitOwnCallbackOnly } from './wait/own-callback-only.js';
import { waitSleeps } from './wait/sleeps.js';

export const properties: readonly Property<DetachWorld>[] = [
  detachAnswers,
  detachNeverInProgress,
  detachNoCallbackAfterZero,
  stopZeroMeansQuiet,
  detachAtMostOneAfterInProgress,
  detachInProgressNamesEngine,
  detachInProgressMayBeFalse,
  barrierZeroMeansQuiet,
  completionExactlyOnce,
  completionIsLast,
  detachQuietAfterAll,
  dispatchNeverEmpty,
  eventsClearedMeansSilent,
  eventsAddedWithoutAlarm,
  requestIsServed,
  attachNotThisEvent,
  attachNextEvent,
  attachOneExclusive,
  attachNeverDetached,
  examineZeroMeansStill,
  finalAnswers,
  finalAlreadyMeansDeath,
  finalAlreadyWithoutDeath,
  finalEsrchMeansReap,
  finalEventsAreTrue,
  finalReapIsLast,
  finalOutlivesAnswer,
  barrierFinalUncovered,
  lifetimeOneCleansUp,
  lifetimeData,
  lifetimeText,
  unloadSucceeds,
  lifetimeEngine,
  lifetimeTask,
  releaseLastOfAll,
  releaseOutlivesAnswer,
  detachNeverWaits,
  selfLastAfterAnswer,
  selfCallReturns,
  selfCallSaysInProgress,
  selfCallNeverInProgress,
  selfBarrierSaysZero,
  otherZeroAtOnce,
  otherTaskEnds,
  twoOneWins,
  twoLoserMayOverlap,
  twoLoserToldApart,
  effectApplied,
  effectBarrierZeroMeansAttached,
  effectNoOrphanStop,
  effectResumeSticks,
  waitEnds,
  waitSleeps,
  waitOwnCallbackOnly,
  waitNotForTheTask,
  signalBarrierRestarts,
  signalKillBreaksStop,
  contextCallbackMaySleep,
  contextUnderLock,
];
