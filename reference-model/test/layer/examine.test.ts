/** Examining a stopped task: what can be begun, and what the end says. */
import { describe, expect, it } from 'vitest';
import { SYSCALL } from '../../src/layer/event.js';
import { finishExamine, prepareExamine } from '../../src/layer/examine.js';
import { record } from '../../src/options/record.js';
import { newSample } from '../sample.js';

function stoppedSample() {
  const sample = newSample(record, [SYSCALL]);
  sample.engines[0]!.wantsStop = true;
  Object.assign(sample.task, { stopped: true, sleeps: 1 });
  return sample;
}

describe('an examination', () => {
  it('is good if the task slept on', () => {
    const { task, engines, owner } = stoppedSample();
    expect(prepareExamine(task, engines[0]!, owner)).toBe(1);
    expect(finishExamine(record, task, engines[0]!, 1, owner)).toBe(0);
  });

  it.each([
    ['runs', { stopped: false }, '-EAGAIN'],
    ['was awake, and sleeps again', { sleeps: 2 }, '-EAGAIN'],
  ] as const)('is not if the task %s', (_what, change, answer) => {
    const { task, engines, owner } = stoppedSample();
    Object.assign(task, change);
    expect(finishExamine(record, task, engines[0]!, 1, owner)).toBe(answer);
  });

  it('is not if the engine has let the task go', () => {
    const { task, engines, owner } = stoppedSample();
    engines[0]!.wantsStop = false;
    expect(finishExamine(record, task, engines[0]!, 1, owner)).toBe('-EINVAL');
  });

  it.each([
    ['the engine does not stop', 'engine', { wantsStop: false }],
    ['has exited', 'task', { exited: true }],
    ['runs', 'task', { stopped: false }],
  ] as const)('cannot begin where the task is one that %s', (_what, whose, change) => {
    const { task, engines, owner } = stoppedSample();
    Object.assign(whose === 'task' ? task : engines[0]!, change);
    expect(prepareExamine(task, engines[0]!, owner)).toBeNull();
  });
});
