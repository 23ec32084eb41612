import type { Model } from '@quiesce/checker/language';
import type { DetachOption } from './layer/option.js';
import { mutants } from './mutants/all.js';
import { unmodelled } from './mutants/unmodelled.js';
import { callbackLock } from './options/callback-lock.js';
import { completion } from './options/completion.js';
import { counted } from './options/counted.js';
import { epoch } from './options/epoch.js';
import { pinModule } from './options/pin-module.js';
import { record } from './options/record.js';
import { recordBarrier } from './options/record-barrier.js';
import { repairedBarrier } from './options/repaired-barrier.js';
import { stopFirst } from './options/stop-first.js';
import { taskWork } from './options/task-work.js';
import { unsynchronised } from './options/unsynchronised.js';
import { properties } from './properties/all.js';
import { clearEvents } from './scenarios/clear-events.js';
import { detachBesideLock } from './scenarios/detach-beside-lock.js';
import { detachCautious } from './scenarios/detach-cautious.js';
import { detachFreeData } from './scenarios/detach-free-data.js';
import { detachIndifferent } from './scenarios/detach-indifferent.js';
import { detachInterrupted } from './scenarios/detach-interrupted.js';
import { detachOtherEngine } from './scenarios/detach-other-engine.js';
import { detachRunning } from './scenarios/detach-running.js';
import { attachAndSignal } from './scenarios/attach-and-signal.js';
import { attachExclusive } from './scenarios/attach-exclusive.js';
import { attachInCallback } from './scenarios/attach-in-callback.js';
import { changeEvents } from './scenarios/change-events.js';
import { detachSelf } from './scenarios/detach-self.js';
import { detachSigkill } from './scenarios/detach-sigkill.js';
import { detachSignalled } from './scenarios/detach-signalled.js';
import { detachFound } from './scenarios/detach-found.js';
import { detachUnderLock } from './scenarios/detach-under-lock.js';
import { detachUnload } from './scenarios/detach-unload.js';
import { requestReports } from './scenarios/request-reports.js';
import { twoDetachers } from './scenarios/two-detachers.js';
import type { DetachWorld } from './scenarios/world.js';

export const model: Model<DetachOption, DetachWorld> = {
  options: {
    unsynchronised,
    'stop-first': stopFirst,
    record,
    'record-barrier': recordBarrier,
    'repaired-barrier': repairedBarrier,
    counted,
    completion,
    epoch,
    'task-work': taskWork,
    'callback-lock': callbackLock,
    'pin-module': pinModule,
  },
  scenarios: [
    detachRunning,
    detachFreeData,
    detachUnload,
    detachSelf,
    detachOtherEngine,
    twoDetachers,
    detachSigkill,
    detachIndifferent,
    detachInterrupted,
    detachUnderLock,
    detachBesideLock,
    detachCautious,
    clearEvents,
    requestReports,
    detachSignalled,
  ],
  properties,
  mutants,
  unmodelled,
};
    changeEvents,
    attachInCallback,
    attachExclusive,
    attachAndSignal,
    detachFound,
