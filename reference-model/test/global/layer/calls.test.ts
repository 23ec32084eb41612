/** The calls as ordinary TypeScript, with nothing else running: what they answer, and what they leave behind. */
import { describe, expect, it } from 'vitest';
import { model } from '../../../src/global/index.js';
import type { Callback } from '../../../src/global/layer/client.js';
import { newClient } from '../../../src/global/layer/client.js';
import { CLONE, EXIT } from '../../../src/global/layer/event.js';
import { newModule } from '../../../src/global/layer/module.js';
import { register } from '../../../src/global/layer/register.js';
import { report } from '../../../src/global/layer/report.js';
import { setEvents } from '../../../src/global/layer/set-events.js';
import { unregister } from '../../../src/global/layer/unregister.js';
import { counted } from '../../../src/global/options/counted.js';
import { recordScan } from '../../../src/global/options/record-scan.js';
import { newCast } from '../../../src/global/scenarios/world.js';

/** One task, one slot with one client, one caller; `calls` notes who was called. */
function sample(answer: ReturnType<Callback> = 'resume') {
  const calls: string[] = [];
  const callback: Callback = (task, client) => {
    calls.push(`${client.name} in ${task.name}`);
    return answer;
  };
  const cast = newCast({ tasks: 1, events: 1 }, [callback], 1);
  const other = newClient('C1', newModule('M1', 1), callback);
  return {
    ...cast,
    calls,
    other,
    client: cast.clients[0]!,
    task: cast.tasks[0]!,
    caller: cast.callers[0]!,
    slot: cast.registry.slots[0]!,
  };
}

describe.each(Object.entries(model.options))('under %s', (_name, option) => {
  it('calls who is registered, and nobody after that', () => {
    const { registry, task, client, caller, calls, slot } = sample();
    report(option, registry, task, 'clone');
    expect(calls).toEqual(['C0 in T0']);
    expect(unregister(option, registry, client, caller)).toBe(0);
    report(option, registry, task, 'clone');
    expect(calls).toEqual(['C0 in T0']);
    expect(slot).toMatchObject({ ops: null, owner: null, waiting: 0 });
    expect(unregister(option, registry, client, caller)).toBe('-ESRCH');
  });

  it('calls for what the mask has', () => {
    const { registry, task, client, caller, calls } = sample();
    report(option, registry, task, 'exit');
    expect(calls).toEqual([]);
    expect(setEvents(option, registry, client, EXIT, caller)).toBe(0);
    report(option, registry, task, 'exit');
    report(option, registry, task, 'clone');
    expect(calls).toEqual(['C0 in T0']);
  });

  it('gives a slot away when it is free, and only then', () => {
    const { registry, task, client, other, caller, calls } = sample();
    expect(register(option, registry, client, CLONE)).toBe('-EEXIST');
    expect(register(option, registry, other, CLONE)).toBe('-EBUSY');
    unregister(option, registry, client, caller);
    expect(register(option, registry, other, CLONE)).toBe(0);
    report(option, registry, task, 'clone');
    expect(calls).toEqual(['C1 in T0']);
    expect(setEvents(option, registry, client, EXIT, caller)).toBe('-ESRCH');
  });

  it('lets go of an engine whose callback says so, and keeps its slot until somebody has waited', () => {
    const { registry, task, client, caller, calls, slot } = sample('unregister');
    report(option, registry, task, 'clone');
    report(option, registry, task, 'clone');
    expect(calls).toEqual(['C0 in T0']);
    expect(slot).toMatchObject({ ops: null, owner: client });
    expect(unregister(option, registry, client, caller)).toBe('-ESRCH');
    expect(slot.owner).toBeNull();
  });
});

it('a task that has a note is told that it is inside', () => {
  const { registry, client, task, slot } = sample();
  task.record = slot;
  expect(unregister(recordScan, registry, client, task)).toBe('-EDEADLK');
  expect(slot).toMatchObject({ ops: null, owner: client, waiting: 0 });
});

it('a task without one waits for itself', () => {
  const { registry, client, task, slot } = sample();
  expect(counted.enter(task, slot)).toBe(true);
  expect(() => unregister(counted, registry, client, task)).toThrow('when');
});
