/** What all options have in common: no bracket, and nobody waits. An option spreads this and replaces what differs. */
import type { GlobalOption } from './option.js';
import { isFree } from './register.js';
import { callIfWanted, letGo } from './report.js';

export const common = {
  beginReport: () => {},
  endReport: () => {},
  enter: () => true,
  leave: () => {},
  callIfWanted,
  letGo,
  enterInside: () => {},
  leaveInside: () => {},
  fallAsleep: () => {},
  wakeUp: () => {},
  beginWait: () => {},
  endWait: () => {},
  isFree,
  prepare: () => {},
  retire: () => {},
  isInside: () => false,
  waits: () => true,
  answer: (found: boolean) => (found ? 0 : '-ESRCH'),
  awaitCallbacks: () => {},
  awaitEvents: () => {},
  stopModule: () => {},
  afterUnregister: () => {},
  mayFreeData: true,
} satisfies Partial<GlobalOption>;
