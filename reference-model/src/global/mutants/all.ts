/**
 * All seeded bugs of global tracing: X are those of other parts of the kernel, C those of clients, G our own. Each promise that no
 * option breaks is broken by one of these.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import type { GlobalWorld } from '../scenarios/world.js';
import { exitingLeftOut } from './c06-exiting-left-out.js';
import { leakedCount } from './c08-leaked-count.js';
import { interruptedWait } from './g01-interrupted-wait.js';
import { loserDoesNotWait } from './g02-loser-does-not-wait.js';
import { zeroForAll } from './g03-zero-for-all.js';
import { answerForgotten } from './g04-answer-forgotten.js';
import { killedForAMask } from './g05-killed-for-a-mask.js';
import { recordWithoutBarrier } from './g06-record-without-barrier.js';
import { scanWithoutBarrier } from './g07-scan-without-barrier.js';
import { mixedFlavours } from './g08-mixed-flavours.js';
import { noteBeforeLook } from './g09-note-before-look.js';
import { oldCallbackNewData } from './x02-old-callback-new-data.js';
import { registeredAgain } from './x03-registered-again.js';
import { outsideTheBracket } from './x05-outside-the-bracket.js';

export const mutants: readonly Mutant<GlobalOption, GlobalWorld>[] = [
  oldCallbackNewData,
  registeredAgain,
  outsideTheBracket,
  exitingLeftOut,
  leakedCount,
  interruptedWait,
  loserDoesNotWait,
  zeroForAll,
  answerForgotten,
  killedForAMask,
  recordWithoutBarrier,
  scanWithoutBarrier,
  mixedFlavours,
  noteBeforeLook,
];
