/** What set_events answers, by what it changes and by how far the task's end has come. */
import { describe, expect, it } from 'vitest';
import { DEATH, QUIESCE, REAP, SYSCALL } from '../../src/layer/event.js';
import { setEvents } from '../../src/layer/set-events.js';
import { record } from '../../src/options/record.js';
import { newSample, type Sample } from '../sample.js';

const states = {
  running: () => {},
  'in its callback': ({ task, engines }: Sample) => {
    task.reporting = engines[0]!;
  },
  stopped: ({ task, engines }: Sample) => {
    Object.assign(task, { stopped: true, reporting: engines[0]! });
  },
  exited: ({ task }: Sample) => {
    task.exited = true;
  },
  dying: ({ task }: Sample) => {
    Object.assign(task, { exited: true, death: 'begun' });
  },
  reaped: ({ task }: Sample) => {
    Object.assign(task, { exited: true, death: 'over', reap: true });
  },
  detached: ({ engines }: Sample) => {
    engines[0]!.ops = 'detached';
  },
} as const;

type Row = readonly [state: keyof typeof states, before: number, after: number, answer: string | 0];

const rows: readonly Row[] = [
  ['running', SYSCALL, 0, 0],
  ['running', SYSCALL, SYSCALL | QUIESCE, 0],
  ['in its callback', SYSCALL, 0, '-EINPROGRESS'],
  ['in its callback', SYSCALL | REAP, SYSCALL, '-EINPROGRESS'],
  ['in its callback', SYSCALL, SYSCALL | REAP, 0],
  ['in its callback', SYSCALL, SYSCALL, 0],
  ['stopped', SYSCALL, 0, 0],
  ['exited', SYSCALL, SYSCALL | REAP, 0],
  ['exited', SYSCALL, SYSCALL | DEATH, '-EALREADY'],
  ['exited', SYSCALL, SYSCALL | QUIESCE, '-EALREADY'],
  ['exited', SYSCALL | DEATH, SYSCALL, 0],
  ['dying', SYSCALL | DEATH, SYSCALL, '-EALREADY'],
  ['dying', SYSCALL | DEATH, DEATH, 0],
  ['dying', SYSCALL | DEATH, SYSCALL | DEATH | REAP, 0],
  ['reaped', SYSCALL, SYSCALL | REAP, '-ESRCH'],
  ['reaped', SYSCALL | REAP, SYSCALL, '-ESRCH'],
  ['detached', SYSCALL, 0, '-ESRCH'],
];

describe('set_events', () => {
  it.each(rows)('of a task that is %s, from %i to %i, answers %s', (state, before, after, answer) => {
    const sample = newSample(record, [before]);
    states[state](sample);
    expect(setEvents(record, sample.task, sample.engines[0]!, after, sample.owner)).toBe(answer);
    const refused = answer === '-EALREADY' || answer === '-ESRCH';
    expect(sample.engines[0]!.flags).toBe(refused ? before : after);
    expect(sample.task.lock.held).toBe(false);
  });

  it('is never told of a callback by the task itself', () => {
    const { task, engines } = newSample(record, [SYSCALL]);
    task.reporting = engines[0]!;
    expect(setEvents(record, task, engines[0]!, 0, task)).toBe(0);
  });
});
