/**
 * What all options have in common: utrace as its last version had it, with no bracket around the callbacks. An option
 * spreads this and replaces what it does in its own way.
 */
import type { Answer } from './answer.js';
import { canBeFound, enlist, listIsTaken } from './attach.js';
import { isQuiet, refusal } from './control.js';
import { reaperReports, reportReap } from './death.js';
import type { Engine } from './engine.js';
import { sleepsStill } from './examine.js';
import { markDetached } from './mark.js';
import { beginUnload } from './module.js';
import type { DetachOption } from './option.js';
import { mindsCallback, refusesEvents } from './set-events.js';
import { hearsRequest } from './signal.js';
import { addEngine, splice } from './splice.js';
import { finishStop } from './stop.js';
import type { Task } from './task.js';
import {
  callsQuiesce,
  detachSelf,
  finishCallback,
  keepStopped,
  openAgain,
  passOver,
  startCallback,
  stillWanted,
} from './turn.js';

export const common = {
  ownerReferences: 0,
  callbacksMaySleep: true,
  ownerWants: 0,
  rests: () => {},
  wakes: () => {},
  beginPass: () => {},
  endPass: () => {},
  enter: () => true,
  leave: () => {},
  startCallback,
  callsQuiesce,
  openAgain,
  stillWanted,
  passOver,
  finishCallback,
  detachSelf,
  keepStopped,
  spliceForSignal: splice,
  hearsRequest,
  finishStop,
  reaperReports,
  reportReap,
  enlist,
  addEngine,
  listIsTaken,
  canBeFound,
  refusal,
  refusesEvents,
  mindsCallback,
  sleepsStill,
  isQuiet,
  markDetached,
  inProgress: () => false,
  awaitCallbacks: () => 0,
  beginUnload,
  beforeDetach: () => {},
  afterAnswer: (_task: Task, _engine: Engine, answer: Answer) => answer,
  ownerMayFree: (answer: Answer) => answer === 0,
  ownerMayUnload: (_engine: Engine, answer: Answer) => answer === 0,
} satisfies Partial<DetachOption>;
