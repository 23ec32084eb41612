/** Attaching and looking up: who is found, who is told of which event, and who holds a reference. */
import { describe, expect, it } from 'vitest';
import { attach, lookUp, type Match } from '../../src/layer/attach.js';
import { reap } from '../../src/layer/death.js';
import { SYSCALL } from '../../src/layer/event.js';
import { report } from '../../src/layer/report.js';
import { setEvents } from '../../src/layer/set-events.js';
import { newCrew, runTarget } from '../../src/layer/target.js';
import { record } from '../../src/options/record.js';
import { recordBarrier } from '../../src/options/record-barrier.js';
import { newGrowing } from '../sample.js';

const anyone: Match = { module: null, data: null };

describe('attach', () => {
  it('makes an engine that wants nothing yet, and is on the list from the next report on', () => {
    const { task, engines, owner, calls } = newGrowing(record, [SYSCALL], 1);
    const engine = engines[1]!;
    expect(attach(record, task, engine, null, owner)).toBe(0);
    expect(engine).toMatchObject({ ops: 'user', flags: 0, attached: false, attaching: true });
    setEvents(record, task, engine, SYSCALL, owner);
    report(record, task, 'syscall');
    expect(calls).toEqual(['E0 event', 'E1 event']);
    expect(engine).toMatchObject({ attached: true, attaching: false });
    expect(task.pendingAttach).toBe(false);
  });

  it('does not tell the new engine of the event that is being reported', () => {
    const sample = newGrowing(record, [SYSCALL], 1, (call) => {
      if (call === 'E0 event' && sample.engines[1]!.ops === 'none') {
        attach(record, sample.task, sample.engines[1]!, null, sample.task);
        setEvents(record, sample.task, sample.engines[1]!, SYSCALL, sample.task);
      }
      return 'resume';
    });
    report(record, sample.task, 'syscall');
    expect(sample.calls).toEqual(['E0 event']);
    report(record, sample.task, 'syscall');
    expect(sample.calls).toEqual(['E0 event', 'E0 event', 'E1 event']);
  });

  it('refuses to be exclusive where a match is attached, and not where it is detached', () => {
    const { task, engines, owner } = newGrowing(record, [SYSCALL], 1);
    const own: Match = { module: engines[0]!.module, data: null };
    expect(attach(record, task, engines[1]!, own, owner)).toBe('-EEXIST');
    expect(engines[1]!.ops).toBe('none');
    engines[0]!.ops = 'detached';
    expect(attach(record, task, engines[1]!, own, owner)).toBe(0);
  });

  it('refuses a task that was reaped', () => {
    const { task, engines, owner } = newGrowing(record, [SYSCALL], 1);
    runTarget(record, task, newCrew(0));
    expect(attach(record, task, engines[1]!, null, owner)).toBe(0);
    const other = newGrowing(record, [SYSCALL], 1);
    runTarget(record, other.task, newCrew(0));
    reap(record, other.task);
    expect(attach(record, other.task, other.engines[1]!, null, other.owner)).toBe('-ESRCH');
  });

  it.each([
    [record, 1],
    [recordBarrier, 2],
  ])('gives the caller a reference where the option has them', (option, references) => {
    const { task, engines, owner } = newGrowing(option, [], 1);
    attach(option, task, engines[0]!, null, owner);
    expect(engines[0]!.references).toBe(references);
    expect(lookUp(option, task, anyone)).toBe(engines[0]);
    expect(engines[0]!.references).toBe(2 * references - 1);
  });
});

describe('a look', () => {
  it('finds the first that matches', () => {
    const { task, engines } = newGrowing(record, [SYSCALL, SYSCALL], 0);
    expect(lookUp(record, task, anyone)).toBe(engines[0]);
    expect(lookUp(record, task, { module: null, data: engines[1]!.data })).toBe(engines[1]);
  });

  it('finds neither what is detached nor what was never attached', () => {
    const { task, engines } = newGrowing(record, [SYSCALL], 1);
    engines[0]!.ops = 'detached';
    expect(lookUp(record, task, anyone)).toBeNull();
    expect(task.lock.held).toBe(false);
  });

  it('finds nothing once the reaper has the list', () => {
    const { task } = newGrowing(record, [SYSCALL], 0);
    Object.assign(task, { exited: true, death: 'over', reap: true });
    expect(lookUp(record, task, anyone)).toBeNull();
  });
});
