/** The model of global tracing: engines that hear of the events of all tasks. */
import type { Model } from '@quiesce/checker/language';
import type { GlobalOption } from './layer/option.js';
import { mutants } from './mutants/all.js';
import { asymmetricFence } from './options/asymmetric-fence.js';
import { counted } from './options/counted.js';
import { countedInside } from './options/counted-inside.js';
import { moduleRef } from './options/module-ref.js';
import { percpuRef } from './options/percpu-ref.js';
import { preemptOff } from './options/preempt-off.js';
import { rcuTasks } from './options/rcu-tasks.js';
import { recordScan } from './options/record-scan.js';
import { srcu } from './options/srcu.js';
import { srcuFast } from './options/srcu-fast.js';
import { srcuFastNote } from './options/srcu-fast-note.js';
import { unsynchronised } from './options/unsynchronised.js';
import { properties } from './properties/all.js';
import { clearBusy } from './scenarios/clear-busy.js';
import { clearEvents } from './scenarios/clear-events.js';
import { registerAgain } from './scenarios/register-again.js';
import { twoUnregister } from './scenarios/two-unregister.js';
import { unregisterBesideLock } from './scenarios/unregister-beside-lock.js';
import { unregisterBuffered } from './scenarios/unregister-buffered.js';
import { unregisterBusy } from './scenarios/unregister-busy.js';
import { unregisterCrossed } from './scenarios/unregister-crossed.js';
import { unregisterExit } from './scenarios/unregister-exit.js';
import { unregisterNewTask } from './scenarios/unregister-new-task.js';
import { unregisterOther } from './scenarios/unregister-other.js';
import { unregisterRunning } from './scenarios/unregister-running.js';
import { unregisterSelf } from './scenarios/unregister-self.js';
import { unregisterSleeping } from './scenarios/unregister-sleeping.js';
import { unregisterUnderLock } from './scenarios/unregister-under-lock.js';
import { unregisterUnload } from './scenarios/unregister-unload.js';
import type { GlobalWorld } from './scenarios/world.js';

export const model: Model<GlobalOption, GlobalWorld> = {
  options: {
    unsynchronised,
    'counted-inside': countedInside,
    'module-ref': moduleRef,
    counted,
    'record-scan': recordScan,
    'asymmetric-fence': asymmetricFence,
    srcu,
    'srcu-fast': srcuFast,
    'srcu-fast-note': srcuFastNote,
    'percpu-ref': percpuRef,
    'preempt-off': preemptOff,
    'rcu-tasks': rcuTasks,
  },
  scenarios: [
    unregisterRunning,
    unregisterUnload,
    unregisterSelf,
    unregisterOther,
    unregisterCrossed,
    twoUnregister,
    unregisterNewTask,
    unregisterExit,
    unregisterSleeping,
    unregisterUnderLock,
    unregisterBesideLock,
    clearEvents,
    unregisterBusy,
    clearBusy,
    registerAgain,
    unregisterBuffered,
  ],
  properties,
  mutants,
};
