/** The way through the signal code: the request first, then one signal a pass, each told to those that want it. */
import { describe, expect, it } from 'vitest';
import { EXIT, QUIESCE, SIGNAL, SYSCALL } from '../../src/layer/event.js';
import { hasSignal, passSignals, signalTask, someWants } from '../../src/layer/signal.js';
import { record } from '../../src/options/record.js';
import { newSample } from '../sample.js';

describe('the signal code', () => {
  it('is entered for a signal and for an interruption, not for a report', () => {
    const { task } = newSample(record, [SYSCALL]);
    expect(hasSignal(task)).toBe(false);
    task.request = 'report';
    expect(hasSignal(task)).toBe(false);
    task.request = 'interrupt';
    expect(hasSignal(task)).toBe(true);
    task.request = 'none';
    signalTask(task);
    expect(hasSignal(task)).toBe(true);
  });

  it('tells a signal to the engines that want signals', () => {
    const { task, calls } = newSample(record, [SIGNAL, SYSCALL, QUIESCE | SIGNAL]);
    signalTask(task);
    passSignals(record, task);
    expect(calls).toEqual(['E0 event', 'E2 quiesce', 'E2 event']);
    expect(task).toMatchObject({ signalled: false, lock: { held: false } });
  });

  it('makes no report of a signal that nobody wants', () => {
    const { task, engines, calls } = newSample(record, [SYSCALL, EXIT]);
    engines[1]!.ops = 'detached';
    signalTask(task);
    passSignals(record, task);
    expect(calls).toEqual([]);
    expect(engines[1]!.ops).toBe('detached');
  });

  it('takes the request first, and leaves the signal for the next pass', () => {
    const { task, engines, calls } = newSample(record, [QUIESCE | SIGNAL, SYSCALL]);
    engines[1]!.ops = 'detached';
    task.request = 'report';
    signalTask(task);
    passSignals(record, task);
    expect(calls).toEqual(['E0 quiesce']);
    expect(engines[1]).toMatchObject({ ops: 'none', attached: false });
    expect(task).toMatchObject({ request: 'none', signalled: true });
  });

  it('knows what attached engines want, and not what detached ones do', () => {
    const { task, engines } = newSample(record, [SYSCALL, QUIESCE]);
    expect(someWants(task, QUIESCE)).toBe(true);
    engines[1]!.ops = 'detached';
    expect(someWants(task, QUIESCE)).toBe(false);
    expect(someWants(task, QUIESCE | SYSCALL)).toBe(true);
  });
});
