/**
 * What exploring must bring out, each fact by itself: the runs that the contract talks about exist, and those that it
 * rules out do not. Each row is one scenario of one option, watched by one property.
 */
import { describe, expect, it } from 'vitest';
import { exploreCell } from './subject.js';

type Verdict = 'broken' | 'kept' | 'witnessed' | 'never';

const facts: readonly (readonly [string, string, string, Verdict])[] = [
  // A 0 from a running task.
  ['unsynchronised', 'detach-running', 'detach/noCallbackAfterZero', 'broken'],
  ['record', 'detach-running', 'detach/noCallbackAfterZero', 'kept'],
  ['record-barrier', 'detach-running', 'detach/noCallbackAfterZero', 'kept'],
  ['counted', 'detach-running', 'detach/noCallbackAfterZero', 'kept'],
  // Stop first: SIGKILL alone breaks it, and the answers tell who cleans up.
  ['stop-first', 'detach-running', 'detach/noCallbackAfterZero', 'kept'],
  ['stop-first', 'detach-unload', 'lifetime/text', 'kept'],
  ['stop-first', 'detach-sigkill', 'detach/noCallbackAfterZero', 'broken'],
  ['stop-first', 'detach-sigkill', 'stop/zeroMeansQuiet', 'kept'],
  ['stop-first', 'detach-sigkill', 'lifetime/oneCleansUp', 'kept'],
  ['stop-first', 'detach-sigkill', 'final/alreadyMeansDeath', 'kept'],
  // The record cries wolf, and once only.
  ['record', 'detach-running', 'detach/inProgressMayBeFalse', 'witnessed'],
  ['record', 'detach-running', 'detach/atMostOneAfterInProgress', 'kept'],
  ['counted', 'detach-running', 'detach/inProgressMayBeFalse', 'never'],
  // What a barrier can be, and what other ideas can and cannot do.
  ['record-barrier', 'detach-sigkill', 'detach/quietAfterAll', 'broken'],
  ['repaired-barrier', 'detach-sigkill', 'detach/quietAfterAll', 'kept'],
  ['repaired-barrier', 'detach-sigkill', 'unload/succeeds', 'kept'],
  ['repaired-barrier', 'two-detachers', 'two/loserToldApart', 'kept'],
  ['counted', 'two-detachers', 'two/loserToldApart', 'broken'],
  ['completion', 'detach-sigkill', 'completion/exactlyOnce', 'kept'],
  ['completion', 'detach-under-lock', 'context/underLock', 'kept'],
  ['epoch', 'detach-beside-lock', 'wait/ownCallbackOnly', 'broken'],
  ['epoch', 'detach-freed', 'lifetime/task', 'broken'],
  ['task-work', 'detach-under-lock', 'detach/neverWaits', 'broken'],
  ['callback-lock', 'detach-self', 'self/callReturns', 'broken'],
  ['pin-module', 'detach-unload', 'lifetime/text', 'kept'],
  ['pin-module', 'detach-free-data', 'lifetime/data', 'broken'],
  // Without a second call, nobody ever frees.
  ['record', 'detach-free-data', 'lifetime/oneCleansUp', 'broken'],
  ['record-barrier', 'detach-free-data', 'lifetime/oneCleansUp', 'kept'],
  ['record-barrier', 'detach-free-data', 'lifetime/data', 'kept'],
  ['record', 'two-detachers', 'lifetime/engine', 'broken'],
  ['record-barrier', 'two-detachers', 'lifetime/engine', 'kept'],
  // Who waits in its own callback waits for itself.
  ['counted', 'detach-self', 'self/callReturns', 'broken'],
  ['record', 'detach-self', 'self/callReturns', 'kept'],
  ['record', 'detach-self', 'self/callSaysInProgress', 'witnessed'],
  ['stop-first', 'detach-other-engine', 'other/zeroAtOnce', 'broken'],
  // Locks.
  ['counted', 'detach-under-lock', 'context/underLock', 'broken'],
  ['record', 'detach-under-lock', 'context/underLock', 'kept'],
  ['record-barrier', 'detach-beside-lock', 'wait/ownCallbackOnly', 'broken'],
  ['counted', 'detach-beside-lock', 'wait/ownCallbackOnly', 'kept'],
  // The end of the task.
  ['record-barrier', 'detach-sigkill', 'barrier/finalUncovered', 'witnessed'],
  ['record', 'detach-sigkill', 'final/outlivesAnswer', 'witnessed'],
  ['record', 'detach-indifferent', 'final/alreadyWithoutDeath', 'witnessed'],
  ['stop-first', 'two-detachers', 'wait/ends', 'broken'],
  ['stop-first', 'detach-exec', 'lifetime/data', 'broken'],
  ['record-barrier', 'detach-exec', 'lifetime/data', 'kept'],
  ['record-barrier', 'detach-freed', 'lifetime/task', 'kept'],
  // What a wait is for.
  ['record-barrier', 'detach-sleeper', 'wait/notForTheTask', 'broken'],
  ['repaired-barrier', 'detach-sleeper', 'wait/notForTheTask', 'kept'],
  ['counted', 'detach-sleeper', 'wait/notForTheTask', 'kept'],
  ['record', 'detach-crosswise', 'other/taskEnds', 'kept'],
  ['counted', 'detach-crosswise', 'other/taskEnds', 'broken'],
  ['repaired-barrier', 'detach-crosswise', 'other/taskEnds', 'broken'],
  // The release function comes after all of it.
  ['repaired-barrier', 'detach-release', 'release/outlivesAnswer', 'witnessed'],
  ['counted', 'detach-release', 'release/outlivesAnswer', 'witnessed'],
  ['stop-first', 'detach-release', 'release/outlivesAnswer', 'never'],
  // Clone.
  ['unsynchronised', 'detach-clone', 'lifetime/text', 'broken'],
  ['counted', 'detach-clone', 'lifetime/text', 'kept'],
  // Grace periods, counts by processor, references.
  ['srcu', 'detach-self', 'self/callReturns', 'broken'],
  ['rcu-tasks', 'detach-self', 'self/callReturns', 'kept'],
  ['preempt-off', 'detach-beside-lock', 'wait/ownCallbackOnly', 'broken'],
  ['percpu-ref', 'detach-beside-lock', 'wait/ownCallbackOnly', 'kept'],
  ['percpu-ref', 'clear-events', 'events/clearedMeansSilent', 'broken'],
  ['hazard-pointer', 'detach-self', 'self/callReturns', 'kept'],
  ['module-ref', 'detach-free-data', 'lifetime/data', 'broken'],
  ['module-ref', 'detach-unload', 'lifetime/text', 'kept'],
  ['rcu-tasks', 'detach-asleep', 'context/callbackMaySleep', 'never'],
];

describe('facts', () => {
  it.each(facts)('%s, %s: %s is %s', (option, scenario, property, expected) => {
    const exploration = exploreCell({ kind: 'option', option, scenario }, [property]);
    const signals = exploration.signals[0]!;
    const kept = signals.violated ? 'broken' : 'kept';
    const seen = signals.witnessed ? 'witnessed' : 'never';
    expect(expected === 'broken' || expected === 'kept' ? kept : seen).toBe(expected);
    if (expected === 'kept') expect(signals.applies).toBe(true);
    if (expected === 'witnessed') expect(signals.declined).toBe(true);
  });
});
