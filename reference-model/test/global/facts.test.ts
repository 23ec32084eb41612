/**
 * What exploring must bring out, each fact by itself: the runs that the contract talks about exist, and those that it rules
 * out do not. Each row is one scenario of one option, watched by one property.
 */
import { describe, expect, it } from 'vitest';
import { exploreCell } from './subject.js';

type Verdict = 'broken' | 'kept' | 'witnessed';

const facts: readonly (readonly [string, string, string, Verdict])[] = [
  // Several processors, one unregister.
  ['unsynchronised', 'unregister-running', 'quiet/noneStarts', 'broken'],
  ['counted', 'unregister-running', 'quiet/noneRuns', 'kept'],
  ['record-scan', 'unregister-running', 'quiet/noneRuns', 'kept'],
  ['srcu-fast', 'unregister-running', 'quiet/noneRuns', 'kept'],
  // The head and the tail of a bracket that stands in the module.
  ['counted-inside', 'unregister-unload', 'lifetime/head', 'broken'],
  ['counted-inside', 'unregister-unload', 'lifetime/tail', 'broken'],
  ['counted', 'unregister-unload', 'lifetime/head', 'kept'],
  ['counted', 'unregister-unload', 'lifetime/tail', 'kept'],
  // The module's count saves the text, and nothing else.
  ['module-ref', 'unregister-unload', 'lifetime/tail', 'kept'],
  ['module-ref', 'unregister-unload', 'lifetime/data', 'kept'],
  ['module-ref', 'unregister-running', 'quiet/noneRuns', 'broken'],
  // Who sleeps counts as gone.
  ['preempt-off', 'unregister-sleeping', 'quiet/sleeping', 'broken'],
  ['rcu-tasks', 'unregister-sleeping', 'quiet/sleeping', 'broken'],
  ['srcu', 'unregister-sleeping', 'quiet/sleeping', 'kept'],
  ['rcu-tasks', 'unregister-running', 'quiet/noneRuns', 'kept'],
  // A call from inside.
  ['srcu', 'unregister-self', 'self/callReturns', 'broken'],
  ['record-scan', 'unregister-self', 'self/callReturns', 'kept'],
  ['record-scan', 'unregister-self', 'self/zeroIsHonest', 'kept'],
  ['srcu-fast-note', 'unregister-self', 'self/zeroIsHonest', 'kept'],
  ['rcu-tasks', 'unregister-self', 'self/zeroIsHonest', 'broken'],
  ['record-scan', 'unregister-self', 'self/othersGoOn', 'witnessed'],
  ['preempt-off', 'unregister-other', 'context/otherCallback', 'broken'],
  ['srcu', 'unregister-other', 'context/otherCallback', 'kept'],
  ['counted', 'unregister-crossed', 'context/crossed', 'broken'],
  // Who waits for whom.
  ['preempt-off', 'unregister-beside-lock', 'wait/ownCallbackOnly', 'broken'],
  ['rcu-tasks', 'unregister-beside-lock', 'wait/ownCallbackOnly', 'broken'],
  ['srcu', 'unregister-beside-lock', 'wait/ownCallbackOnly', 'kept'],
  // A task that reports all the time.
  ['record-scan', 'unregister-busy', 'wait/busy', 'kept'],
  ['counted', 'unregister-busy', 'wait/busy', 'kept'],
  ['record-scan', 'clear-busy', 'wait/clearing', 'broken'],
  ['counted', 'clear-busy', 'wait/clearing', 'broken'],
  ['srcu', 'clear-busy', 'wait/clearing', 'kept'],
  // Both who unregister wait.
  ['counted', 'two-unregister', 'two/loserIsQuiet', 'kept'],
  // Events.
  ['percpu-ref', 'clear-events', 'events/clearedMeansSilent', 'broken'],
  ['counted', 'clear-events', 'events/clearedMeansSilent', 'kept'],
  ['counted', 'clear-events', 'events/othersKept', 'kept'],
  ['counted', 'register-again', 'answers/busyWhileDraining', 'witnessed'],
];

describe('facts of global tracing', () => {
  it.each(facts)('%s, %s: %s is %s', (option, scenario, property, expected) => {
    const { signals } = exploreCell({ kind: 'option', option, scenario }, [property]);
    const { violated, witnessed, applies } = signals[0]!;
    if (expected === 'broken' || expected === 'kept') expect(violated).toBe(expected === 'broken');
    else expect(witnessed).toBe(true);
    if (expected === 'kept') expect(applies).toBe(true);
  });
});
