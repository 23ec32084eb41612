/** What detach answers, by the state that it finds the task in: the table that every option has to fill. */
import { describe, expect, it } from 'vitest';
import { model } from '../../src/index.js';
import type { Answer } from '../../src/layer/answer.js';
import { detach } from '../../src/layer/control.js';
import { SYSCALL } from '../../src/layer/event.js';
import { newSample, type Sample } from '../sample.js';

/** `waits`: the call blocks, which alone means for ever. */
type Outcome = Answer | 'waits';

interface Row {
  readonly state: string;
  readonly arrange: (sample: Sample, option: string) => void;
  readonly expected: Outcome | Readonly<Record<string, Outcome>>;
}

const rows: readonly Row[] = [
  { state: 'the task runs, in no callback', arrange: () => {}, expected: 0 },
  {
    state: 'the task is in a callback of the engine',
    arrange: ({ task, engines }, option) => {
      model.options[option]!.enter(task, engines[0]!);
    },
    expected: {
      unsynchronised: 0,
      'stop-first': 0,
      record: '-EINPROGRESS',
      'record-barrier': '-EINPROGRESS',
      counted: 'waits',
    },
  },
  {
    state: 'the task is in a callback of another engine',
    arrange: ({ task, engines }, option) => {
      model.options[option]!.enter(task, engines[1]!);
    },
    expected: 0,
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
    expected: '-ESRCH',
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
    const outcome = typeof expected === 'object' ? expected[name] : expected;
    const call = () => detach(option, sample.task, sample.engines[0]!, sample.owner);
    if (outcome === 'waits') expect(call).toThrow('when: the condition does not hold');
    else expect(call()).toBe(outcome);
  });

  it('leaves the engine detached, whatever it answers but an error', () => {
    const { task, engines, owner } = newSample(option, [SYSCALL]);
    expect(detach(option, task, engines[0]!, owner)).toBe(0);
    expect(engines[0]).toMatchObject({ ops: 'detached', flags: 1 });
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
