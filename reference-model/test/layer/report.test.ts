/** A task's reports, run as ordinary TypeScript: who is called, in which order, and what the answers do. */
import { describe, expect, it } from 'vitest';
import { model } from '../../src/index.js';
import { detach } from '../../src/layer/control.js';
import { reap } from '../../src/layer/death.js';
import { DEATH, EXIT, QUIESCE, REAP, SYSCALL } from '../../src/layer/event.js';
import { report } from '../../src/layer/report.js';
import { newCrew, runTarget } from '../../src/layer/target.js';
import { newSample } from '../sample.js';

describe.each(Object.keys(model.options))('report, %s', (name) => {
  const option = model.options[name]!;
  const always = option.ownerWants === QUIESCE;

  it('calls the engines that want the event, in attach order', () => {
    const { task, calls } = newSample(option, [SYSCALL, EXIT, SYSCALL]);
    report(option, task, 'syscall');
    expect(calls.filter((call) => call.endsWith('event'))).toEqual(['E0 event', 'E2 event']);
  });

  it('calls the quiesce callback before the other, and alone where there is no event', () => {
    const { task, calls } = newSample(option, [QUIESCE | SYSCALL]);
    report(option, task, 'syscall');
    report(option, task, 'resume');
    expect(calls).toEqual(['E0 quiesce', 'E0 event', 'E0 quiesce']);
  });

  it('closes every bracket', () => {
    const { task, engines } = newSample(option, [QUIESCE | SYSCALL, 0, SYSCALL]);
    report(option, task, 'syscall');
    report(option, task, 'resume');
    expect(task.reporting).toBeNull();
    expect(engines.map((engine) => engine.inFlight)).toEqual([1, 1, 1]);
  });

  it('lets a callback detach its engine by its answer', () => {
    const { task, engines, calls } = newSample(option, [SYSCALL, SYSCALL], (call) =>
      call === 'E0 event' ? 'detach' : 'resume',
    );
    report(option, task, 'syscall');
    expect(engines[0]).toMatchObject({ ops: 'none', attached: false });
    const before = calls.length;
    report(option, task, 'syscall');
    expect(calls.slice(before).some((call) => call.startsWith('E0'))).toBe(false);
    expect(calls.slice(before)).toContain('E1 event');
  });

  it('makes no other callback once the quiesce callback has detached', () => {
    const { task, calls } = newSample(option, [QUIESCE | SYSCALL], () => 'detach');
    report(option, task, 'syscall');
    expect(calls).toEqual(['E0 quiesce']);
  });

  it('stops the task where a callback asks for it, until somebody lifts the stop', () => {
    const { task, engines } = newSample(option, [SYSCALL], (call) =>
      call === 'E0 event' ? 'stop' : 'resume',
    );
    expect(() => report(option, task, 'syscall')).toThrow('when: the condition does not hold');
    expect(task.stopped).toBe(true);
    expect(engines[0]!.wantsStop).toBe(true);
  });

  it('takes an engine off the list that was detached between two reports', () => {
    const { task, engines, owner, calls } = newSample(option, [QUIESCE | SYSCALL, SYSCALL]);
    const call = () => detach(option, task, engines[0]!, owner);
    // One waits for this report.
    if (name === 'task-work') expect(call).toThrow('when');
    else call();
    report(option, task, 'resume');
    expect(engines[0]).toMatchObject({ ops: 'none', attached: false });
    expect(engines[0]!.references).toBe(option.ownerReferences);
    expect(calls).toEqual(always ? ['E1 quiesce'] : []);
  });

  it('ends with the death report, and the reaper makes the last one', () => {
    const { task, engines, calls } = newSample(option, [SYSCALL | EXIT | DEATH | REAP]);
    runTarget(option, task, newCrew(0));
    reap(option, task);
    const own = calls.filter((call) => !call.endsWith('quiesce'));
    expect(own).toEqual(['E0 event', 'E0 event', 'E0 death', 'E0 reap']);
    expect(engines[0]!.attached).toBe(false);
    expect(task).toMatchObject({ death: 'over', reap: true, callsLeft: 0 });
  });

  it('makes no reap report to an engine whose death callback has detached', () => {
    const { task, calls } = newSample(option, [DEATH | REAP], (call) =>
      call === 'E0 death' ? 'detach' : 'resume',
    );
    runTarget(option, task, newCrew(0));
    reap(option, task);
    expect(calls).toContain('E0 death');
    expect(calls).not.toContain('E0 reap');
  });
});
