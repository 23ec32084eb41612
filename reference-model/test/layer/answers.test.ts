/** What detach answers, by the state that it finds the task in: the table that every option has to fill. */
import { describe, expect, it } from 'vitest';
import { model } from '../../src/index.js';
import type { Answer } from '../../src/layer/answer.js';
import { detach } from '../../src/layer/control.js';
import { QUIESCE, SYSCALL } from '../../src/layer/event.js';
import { newSample, type Sample } from '../sample.js';

/** `waits`: the call blocks, which alone means for ever. */
type Outcome = Answer | 'waits';

interface Row {
  readonly state: string;
  readonly arrange: (sample: Sample, option: string) => void;
  /** By option; `others` are all that are not named. */
  readonly expected: Outcome | ({ readonly others: Outcome } & Readonly<Record<string, Outcome>>);
}

/** As a report does it, up to the first instruction of the callback. */
function enterCallback({ task, engines }: Sample, name: string, place: number): void {
  const option = model.options[name]!;
  option.beginPass(task);
  option.enter(task, engines[place]!);
}

const rows: readonly Row[] = [
  {
    state: 'the task runs, in no callback',
    arrange: () => {},
    expected: { 'task-work': 'waits', others: 0 },
  },
  {
    state: 'the task is in a callback of the engine',
    arrange: (sample, option) => enterCallback(sample, option, 0),
    expected: {
      unsynchronised: 0,
      'stop-first': 0,
      'pin-module': 0,
      'rcu-tasks': 0,
      'module-ref': 0,
      'module-ref-today': 0,
      record: '-EINPROGRESS',
      'record-barrier': '-EINPROGRESS',
      'repaired-barrier': '-EINPROGRESS',
      'asymmetric-fence': '-EINPROGRESS',
      completion: '-EINPROGRESS',
      epoch: '-EINPROGRESS',
      others: 'waits',
    },
  },
  {
    state: 'the task is in a callback of another engine',
    arrange: (sample, option) => enterCallback(sample, option, 1),
    expected: {
      epoch: '-EINPROGRESS',
      'task-work': 'waits',
      srcu: 'waits',
      'srcu-fast': 'waits',
      'preempt-off': 'waits',
      others: 0,
    },
  },
  {
    state: 'the engine keeps the task stopped',
    arrange: ({ task, engines }) => {
      engines[0]!.wantsStop = true;
      task.stopWanted = true;
      task.stopped = true;
    },
    expected: 0,
  },
  {
    state: 'the task has exited, the death report is to come',
    arrange: ({ task }) => {
      task.exited = true;
    },
    expected: 0,
  },
  {
    state: 'the death report has begun',
    arrange: ({ task }) => {
      task.exited = true;
      task.death = 'begun';
    },
    expected: '-EALREADY',
  },
  {
    state: 'the death report is over',
    arrange: ({ task }) => {
      task.exited = true;
      task.death = 'over';
    },
    expected: 0,
  },
  {
    state: 'the reaper has begun during the death report',
    arrange: ({ task }) => {
      task.exited = true;
      task.death = 'begun';
      task.reap = true;
    },
    expected: '-ESRCH',
  },
  {
    state: 'the engine is detached and still on the list',
    arrange: ({ engines }) => {
      engines[0]!.ops = 'detached';
    },
    expected: { 'repaired-barrier': '-EALREADY', 'asymmetric-fence': '-EALREADY', others: '-ESRCH' },
  },
  {
    state: 'the engine is off the list',
    arrange: ({ engines }) => {
      engines[0]!.ops = 'none';
    },
    expected: '-ESRCH',
  },
];

describe.each(Object.keys(model.options))('detach, %s', (name) => {
  const option = model.options[name]!;

  it.each(rows)('answers if $state', ({ arrange, expected }) => {
    const sample = newSample(option, [SYSCALL, SYSCALL]);
    arrange(sample, name);
    const outcome = typeof expected === 'object' ? (expected[name] ?? expected.others) : expected;
    const call = () => detach(option, sample.task, sample.engines[0]!, sample.owner);
    if (outcome === 'waits') expect(call).toThrow('when: the condition does not hold');
    else expect(call()).toBe(outcome);
  });

  it('leaves the engine detached, or the detach to the task', () => {
    const { task, engines, owner } = newSample(option, [SYSCALL]);
    const call = () => detach(option, task, engines[0]!, owner);
    if (name === 'task-work') expect(call).toThrow('when');
    else expect(call()).toBe(0);
    const left = { ops: 'user', flags: SYSCALL, work: 'detach' };
    expect(engines[0]).toMatchObject(name === 'task-work' ? left : { ops: 'detached', flags: QUIESCE });
    expect(task).toMatchObject({ request: 'report', lock: { held: false } });
  });

  it('takes the engine of a stopped task off the list, and wakes the task', () => {
    const { task, engines, owner } = newSample(option, [SYSCALL, SYSCALL]);
    engines[0]!.wantsStop = true;
    Object.assign(task, { stopWanted: true, stopped: true });
    expect(detach(option, task, engines[0]!, owner)).toBe(0);
    expect(engines[0]).toMatchObject({ ops: 'none', attached: false });
    expect(task).toMatchObject({ stopped: false, stopWanted: false });
  });

  it('does not wake the task if another engine keeps it stopped', () => {
    const { task, engines, owner } = newSample(option, [SYSCALL, SYSCALL]);
    for (const engine of engines) engine.wantsStop = true;
    Object.assign(task, { stopWanted: true, stopped: true });
    detach(option, task, engines[0]!, owner);
    expect(task).toMatchObject({ stopped: true, stopWanted: true });
  });
});
