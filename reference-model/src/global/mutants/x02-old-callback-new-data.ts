/**
 * A slot is given away as soon as its callbacks are out, while tasks are still in its turn. A task that has fetched the old
 * callback fetches the data of the new client. ftrace has had this with a function and its argument.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import { recordScan } from '../options/record-scan.js';
import { registerAgain } from '../scenarios/register-again.js';
import type { GlobalWorld } from '../scenarios/world.js';

export const oldCallbackNewData: Mutant<GlobalOption, GlobalWorld> = {
  id: 'X02',
  title: 'An old callback is given the data of a new client',
  source: 'ftrace, see 405e1d834807 and e5a971d76d70',
  option: { ...recordScan, isFree: (slot) => slot.ops === null },
  of: 'record-scan',
  scenario: registerAgain,
  caughtBy: 'dispatch/ownData',
};
