/**
 * All seeded bugs: H are those that utrace itself has had, L those that it has kept, C those of its clients, X those of
 * other subsystems, S our own, and S04, an old one that was found late. The numbers have gaps: what no model here can show
 * is in unmodelled.ts. Each promise that no option breaks is broken by one of these.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import type { DetachWorld } from '../scenarios/world.js';
import { inProgressAsSuccess } from './c01-in-progress-as-success.js';
import { countInTheCallback } from './c02-count-in-the-callback.js';
import { countInTheWork } from './c02b-count-in-the-work.js';
import { barrierInAnRcuSection } from './c03-barrier-in-an-rcu-section.js';
import { firstErrorEndsTheLoop } from './c04-first-error-ends-the-loop.js';
import { goneIsAFailure } from './c05-gone-is-a-failure.js';
import { dyingThreadsSkipped } from './c06-dying-threads-skipped.js';
import { queuedThenCounted } from './c07-queue-then-count.js';
import { leakedCount } from './c08-leaked-count.js';
import { halfStarted } from './c09-half-started.js';
import { cancelByFunction } from './c10-cancel-by-function.js';
import { freeBeforeDrain } from './c11-free-before-drain.js';
import { lookedUpAndFreed } from './c12-stale-lookup.js';
import { answerIgnoredThenFreed } from './c13-answer-ignored-then-freed.js';
import { lastPutFromOwnText } from './c14-last-put-from-own-text.js';
import { worksAfterTheDrain } from './c15-works-after-the-drain.js';
import { stuckRecordNoTaker } from './h01-stuck-record-no-taker.js';
import { stuckRecordQuiesceOnly } from './h02-stuck-record-quiesce-only.js';
import { locklessSelfDetach } from './h04-lockless-self-detach.js';
import { tableAndFlagsTorn } from './h05-table-and-flags-torn.js';
import { zombieBarrierHang } from './h07-zombie-barrier-hang.js';
import { markBeforeAsk } from './h08-mark-before-ask.js';
import { clearedFlagsLoseReap } from './h09-cleared-flags-lose-reap.js';
import { reapNotRecorded } from './h10-reap-not-recorded.js';
import { lookupOnADyingList } from './h11-lookup-on-a-dying-list.js';
import { lockAfterReap } from './h12-lock-after-reap.js';
import { killedTaskOvertakes } from './h14-killed-task-overtakes.js';
import { missedSplice } from './h16-missed-splice.js';
import { countOfAFreedEngine } from './h17-count-of-a-freed-engine.js';
import { spuriousInProgress } from './h18-spurious-in-progress.js';
import { reapSetTooLate } from './h19-reap-set-too-late.js';
import { stopSeenWithoutLock } from './h21-stop-seen-without-lock.js';
import { poisonedRequest } from './h22-poisoned-request.js';
import { signalSpin } from './l06-signal-spin.js';
import { requestSwallowed } from './l07-request-swallowed.js';
import { barrierUnderLock } from './l08-barrier-under-lock.js';
import { selfInProgress } from './l10-self-in-progress.js';
import { nobodyToRestart } from './l12-nobody-to-restart.js';
import { interruptibleWait } from './s01-interruptible-wait.js';
import { flagsOnly } from './s02-flags-only.js';
import { flagsNotReadAgain } from './s03-flags-not-read-again.js';
import { recordClearedEarly } from './s04-record-cleared-early.js';
import { detachedTwice } from './s05-detached-twice.js';
import { markedAndRefused } from './s06-marked-and-refused.js';
import { impatientReaper } from './s07-impatient-reaper.js';
import { answerForgotten } from './s08-answer-forgotten.js';
import { deathNotNoticed } from './s09-death-not-noticed.js';
import { noReference } from './s10-no-reference.js';
import { onTheListAtOnce } from './s11-on-the-list-at-once.js';
import { exclusiveWithoutLock } from './s12-exclusive-without-lock.js';
import { detachedFound } from './s13-detached-found.js';
import { referenceGivenBackEarly } from './s14-reference-given-back-early.js';
import { examinedByItsState } from './s15-examined-by-its-state.js';
import { detachedChildFirst } from './s16-child-first.js';
import { completionLost } from './s31-completion-lost.js';
import { completedTooEarly } from './s32-completed-too-early.js';
import { flagInTheCompletion } from './s33-flag-in-the-completion.js';
import { asleepWithPreemptionOff } from './s41-asleep-with-preemption-off.js';
import { sleepTakenForRest } from './s42-sleep-taken-for-rest.js';
import { sumTorn } from './x01-sum-torn.js';
import { armedAgainByWork } from './x04-armed-again.js';
import { killWithoutConfirm } from './x06-kill-without-confirm.js';
import { waiterInsideReader } from './x07-waiter-inside-reader.js';
import { countWithoutFence } from './x08-count-without-fence.js';
import { noBarrierInTheTask } from './x09-no-barrier-in-the-task.js';
import { noBarrierInDetach } from './x09b-no-barrier-in-detach.js';
import { forcedCompletion } from './x10-forced-completion.js';

export const mutants: readonly Mutant<DetachOption, DetachWorld>[] = [
  stuckRecordNoTaker,
  stuckRecordQuiesceOnly,
  locklessSelfDetach,
  tableAndFlagsTorn,
  zombieBarrierHang,
  markBeforeAsk,
  clearedFlagsLoseReap,
  reapNotRecorded,
  lookupOnADyingList,
  lockAfterReap,
  killedTaskOvertakes,
  missedSplice,
  countOfAFreedEngine,
  spuriousInProgress,
  reapSetTooLate,
  stopSeenWithoutLock,
  poisonedRequest,
  signalSpin,
  requestSwallowed,
  barrierUnderLock,
  selfInProgress,
  nobodyToRestart,
  inProgressAsSuccess,
  countInTheCallback,
  countInTheWork,
  barrierInAnRcuSection,
  firstErrorEndsTheLoop,
  goneIsAFailure,
  dyingThreadsSkipped,
  queuedThenCounted,
  leakedCount,
  halfStarted,
  cancelByFunction,
  freeBeforeDrain,
  lookedUpAndFreed,
  answerIgnoredThenFreed,
  lastPutFromOwnText,
  worksAfterTheDrain,
  armedAgainByWork,
  forcedCompletion,
  interruptibleWait,
  flagsOnly,
  flagsNotReadAgain,
  recordClearedEarly,
  detachedTwice,
  markedAndRefused,
  impatientReaper,
  answerForgotten,
  deathNotNoticed,
  noReference,
  completionLost,
  completedTooEarly,
  flagInTheCompletion,
  onTheListAtOnce,
  exclusiveWithoutLock,
  detachedFound,
  referenceGivenBackEarly,
  examinedByItsState,
  detachedChildFirst,
  sumTorn,
  killWithoutConfirm,
  waiterInsideReader,
  countWithoutFence,
  noBarrierInTheTask,
  noBarrierInDetach,
  asleepWithPreemptionOff,
  sleepTakenForRest,
];
