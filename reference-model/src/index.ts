import type { Model } from '@quiesce/checker/language';
import type { DetachOption } from './layer/option.js';
import { mutants } from './mutants/all.js';
import { unmodelled } from './mutants/unmodelled.js';
import { asymmetricFence } from './options/asymmetric-fence.js';
import { callbackLock } from './options/callback-lock.js';
import { completion } from './options/completion.js';
import { counted } from './options/counted.js';
import { epoch } from './options/epoch.js';
import { hazardPointer } from './options/hazard-pointer.js';
import { moduleRef } from './options/module-ref.js';
import { moduleRefToday } from './options/module-ref-today.js';
import { percpuRef } from './options/percpu-ref.js';
import { pinModule } from './options/pin-module.js';
import { preemptOff } from './options/preempt-off.js';
import { rcuTasks } from './options/rcu-tasks.js';
import { record } from './options/record.js';
import { recordBarrier } from './options/record-barrier.js';
import { repairedBarrier } from './options/repaired-barrier.js';
import { srcu } from './options/srcu.js';
import { srcuFast } from './options/srcu-fast.js';
import { stopFirst } from './options/stop-first.js';
import { taskWork } from './options/task-work.js';
import { unsynchronised } from './options/unsynchronised.js';
import { properties } from './properties/all.js';
import { attachAndSignal } from './scenarios/attach-and-signal.js';
import { attachExclusive } from './scenarios/attach-exclusive.js';
import { attachInCallback } from './scenarios/attach-in-callback.js';
import { changeEvents } from './scenarios/change-events.js';
import { clearEvents } from './scenarios/clear-events.js';
import { detachAsked } from './scenarios/detach-asked.js';
import { detachAsleep } from './scenarios/detach-asleep.js';
import { detachBesideLock } from './scenarios/detach-beside-lock.js';
import { detachCautious } from './scenarios/detach-cautious.js';
import { detachClone } from './scenarios/detach-clone.js';
import { detachCrosswise } from './scenarios/detach-crosswise.js';
import { detachDeferring } from './scenarios/detach-deferring.js';
import { detachExec } from './scenarios/detach-exec.js';
import { detachFound } from './scenarios/detach-found.js';
import { detachFreeData } from './scenarios/detach-free-data.js';
import { detachFreed } from './scenarios/detach-freed.js';
import { detachIndifferent } from './scenarios/detach-indifferent.js';
import { detachInterrupted } from './scenarios/detach-interrupted.js';
import { detachOtherEngine } from './scenarios/detach-other-engine.js';
import { detachRelease } from './scenarios/detach-release.js';
import { detachRunning } from './scenarios/detach-running.js';
import { detachSelf } from './scenarios/detach-self.js';
import { detachSigkill } from './scenarios/detach-sigkill.js';
import { detachSignalled } from './scenarios/detach-signalled.js';
import { detachSleeper } from './scenarios/detach-sleeper.js';
import { detachUnderLock } from './scenarios/detach-under-lock.js';
import { detachUnload } from './scenarios/detach-unload.js';
import { examineStopped } from './scenarios/examine-stopped.js';
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
    'asymmetric-fence': asymmetricFence,
    'hazard-pointer': hazardPointer,
    srcu,
    'srcu-fast': srcuFast,
    'percpu-ref': percpuRef,
    'preempt-off': preemptOff,
    'rcu-tasks': rcuTasks,
    'module-ref': moduleRef,
    'module-ref-today': moduleRefToday,
  },
  scenarios: [
    detachRunning,
    detachFreeData,
    detachAsked,
    detachUnload,
    detachDeferring,
    detachSelf,
    detachOtherEngine,
    twoDetachers,
    detachSigkill,
    detachIndifferent,
    detachInterrupted,
    detachUnderLock,
    detachAsleep,
    detachBesideLock,
    detachCautious,
    clearEvents,
    changeEvents,
    requestReports,
    detachSignalled,
    attachInCallback,
    attachExclusive,
    attachAndSignal,
    detachFound,
    detachClone,
    detachExec,
    detachSleeper,
    examineStopped,
    detachFreed,
    detachRelease,
    detachCrosswise,
  ],
  properties,
  mutants,
  unmodelled,
};
