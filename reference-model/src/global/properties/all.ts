/** All properties of global tracing, in the order of the contract. */
import type { Property } from '@quiesce/checker/language';
import type { GlobalWorld } from '../scenarios/world.js';
import { answersBusyWhileDraining } from './answers/register.js';
import { answersUnregister } from './answers/unregister.js';
import { contextCrossed } from './context/crossed.js';
import { contextOtherCallback } from './context/other-callback.js';
import { contextUnderLock } from './context/under-lock.js';
import { dispatchOwnData } from './dispatch/own-data.js';
import { eventsClearedMeansSilent } from './events/cleared-means-silent.js';
import { eventsOthersKept } from './events/others-kept.js';
import { lifetimeData } from './lifetime/data.js';
import { lifetimeHead } from './lifetime/head.js';
import { lifetimeTail } from './lifetime/tail.js';
import { orderQuiet } from './order/quiet.js';
import { quietNoneRuns } from './quiet/none-runs.js';
import { quietNoneStarts } from './quiet/none-starts.js';
import { quietSleeping } from './quiet/sleeping.js';
import { selfAnswerIsLast } from './self/answer-is-last.js';
import { selfCallReturns } from './self/call-returns.js';
import { selfOthersGoOn } from './self/others-go-on.js';
import { selfZeroIsHonest } from './self/zero-is-honest.js';
import { taskExiting } from './task/exiting.js';
import { taskNewborn } from './task/newborn.js';
import { twoLoserIsQuiet } from './two/loser-is-quiet.js';
import { twoOneRemoves } from './two/one-removes.js';
import { waitBusy } from './wait/busy.js';
import { waitClearing } from './wait/clearing.js';
import { waitEnds } from './wait/ends.js';
import { waitOwnCallbackOnly } from './wait/own-callback-only.js';

export const properties: readonly Property<GlobalWorld>[] = [
  answersUnregister,
  answersBusyWhileDraining,
  quietNoneStarts,
  quietNoneRuns,
  quietSleeping,
  eventsClearedMeansSilent,
  eventsOthersKept,
  dispatchOwnData,
  selfAnswerIsLast,
  selfOthersGoOn,
  selfCallReturns,
  selfZeroIsHonest,
  contextOtherCallback,
  contextCrossed,
  twoOneRemoves,
  twoLoserIsQuiet,
  taskNewborn,
  taskExiting,
  lifetimeData,
  lifetimeHead,
  lifetimeTail,
  orderQuiet,
  waitEnds,
  waitBusy,
  waitClearing,
  waitOwnCallbackOnly,
  contextUnderLock,
];
