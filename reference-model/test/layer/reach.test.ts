/** Freeing a task that was reaped, and calls by a stale pointer to it. */
import { describe, expect, it } from 'vitest';
import { detach } from '../../src/layer/control.js';
import { reap } from '../../src/layer/death.js';
import { REAP, SYSCALL } from '../../src/layer/event.js';
import { enterReach, freeTask, leaveReach } from '../../src/layer/reach.js';
import { newCrew, runTarget } from '../../src/layer/target.js';
import { recordBarrier } from '../../src/options/record-barrier.js';
import { newFreed, newSample } from '../sample.js';

describe('a task that can be freed', () => {
  it('is freed when it was reaped and its engines are off the list, and not before', () => {
    const { task, engines, calls } = newFreed(recordBarrier, [SYSCALL | REAP]);
    runTarget(recordBarrier, task, newCrew(0));
    expect(() => freeTask(task)).toThrow('when: the condition does not hold');
    reap(recordBarrier, task);
    expect(calls).toContain('E0 reap');
    freeTask(task);
    expect(task.freed).toBe(true);
    expect(engines[0]!.attached).toBe(false);
  });

  it('is not freed under somebody who may reach it', () => {
    const { task } = newFreed(recordBarrier, []);
    Object.assign(task, { reap: true, death: 'over' });
    enterReach(task);
    expect(() => freeTask(task)).toThrow('when: the condition does not hold');
    leaveReach(task);
    freeTask(task);
    expect(task.freed).toBe(true);
  });

  it('is not touched by a call about an engine that is off the list', () => {
    const { task, engines, owner } = newFreed(recordBarrier, [SYSCALL]);
    engines[0]!.ops = 'none';
    task.lock.held = true;
    expect(detach(recordBarrier, task, engines[0]!, owner)).toBe('-ESRCH');
    expect(task.readers).toBe(0);
  });

  it.each([
    ['attached', 'user', 0],
    ['marked', 'detached', '-ESRCH'],
  ] as const)('is left again by a call about an engine that is %s', (_what, ops, answer) => {
    const { task, engines, owner } = newFreed(recordBarrier, [SYSCALL]);
    engines[0]!.ops = ops;
    expect(detach(recordBarrier, task, engines[0]!, owner)).toBe(answer);
    expect(task).toMatchObject({ readers: 0, lock: { held: false } });
  });
});

it('counts nobody where no task is freed', () => {
  const { task } = newSample(recordBarrier, [SYSCALL]);
  enterReach(task);
  expect(task.readers).toBe(0);
});
