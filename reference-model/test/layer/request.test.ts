/** Requests for a report: one word for all, in which the strongest wish wins. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/layer/ask.js';
import { QUIESCE, SYSCALL } from '../../src/layer/event.js';
import { askForReport, askToInterrupt, type Request } from '../../src/layer/request.js';
import { record } from '../../src/options/record.js';
import { newSample } from '../sample.js';

const asked: readonly (readonly [before: Request, report: Request, interrupt: Request])[] = [
  ['none', 'report', 'interrupt'],
  ['report', 'report', 'interrupt'],
  ['interrupt', 'interrupt', 'interrupt'],
  ['stop', 'stop', 'stop'],
];

describe('a request', () => {
  it.each(asked)('on top of %s makes %s, or %s of an interruption', (before, report, interrupt) => {
    const { task } = newSample(record, [SYSCALL]);
    task.request = before;
    askForReport(task);
    expect(task.request).toBe(report);
    task.request = before;
    askToInterrupt(task);
    expect(task.request).toBe(interrupt);
  });

  it('for a report needs an engine that wants quiesce events, an interruption does not', () => {
    const { task, engines, owner } = newSample(record, [SYSCALL]);
    expect(ask(record, task, engines[0]!, 'report', owner)).toBe('-EINVAL');
    expect(task.request).toBe('none');
    expect(ask(record, task, engines[0]!, 'interrupt', owner)).toBe(0);
    expect(task.request).toBe('interrupt');
  });

  it("lifts the engine's own stop, and nobody else's", () => {
    const { task, engines, owner } = newSample(record, [QUIESCE, QUIESCE]);
    for (const engine of engines) engine.wantsStop = true;
    Object.assign(task, { stopped: true, stopWanted: true });
    expect(ask(record, task, engines[0]!, 'report', owner)).toBe(0);
    expect(task).toMatchObject({ stopped: true, stopWanted: true, request: 'report' });
    expect(ask(record, task, engines[1]!, 'report', owner)).toBe(0);
    expect(task).toMatchObject({ stopped: false, stopWanted: false, lock: { held: false } });
  });

  it('comes too late for a task that has exited', () => {
    const { task, engines, owner } = newSample(record, [QUIESCE]);
    task.exited = true;
    expect(ask(record, task, engines[0]!, 'report', owner)).toBe('-ESRCH');
    expect(task).toMatchObject({ request: 'none', lock: { held: false } });
  });
});
