import { describe, expect, it } from 'vitest';
import { model } from '../../models/handover.js';
import {
  atomicDecAndTest,
  atomicInc,
  cmpxchg,
  lock,
  newLock,
  unlock,
  when,
  xchg,
} from '../../src/language/vocabulary.js';

describe('a model as ordinary TypeScript', () => {
  it('runs one process after the other', () => {
    const [scenario] = model.scenarios;
    const world = scenario?.build(model.options['recorded']!, {});
    for (const process of world?.processes ?? []) process.body();
    expect(world?.buffer).toMatchObject({ ready: false, readers: 0 });
  });

  it('blocks with an error where the checker would wait for another process', () => {
    const [scenario] = model.scenarios;
    const world = scenario?.build(model.options['recorded']!, {});
    const [, owner] = world?.processes ?? [];
    world!.buffer.readers = 1;
    expect(() => owner?.body()).toThrow(/no other process runs/);
  });

  it('takes and gives back a lock', () => {
    const own = newLock();
    lock(own);
    expect(own.held).toBe(true);
    expect(() => lock(own)).toThrow(/no other process/);
    unlock(own);
    expect(() => unlock(own)).toThrow(/nobody holds/);
  });

  it('does what the read-modify-write words say', () => {
    const cell = { value: 1 };
    expect(xchg(cell, 'value', 2)).toBe(1);
    expect(cmpxchg(cell, 'value', 1, 5)).toBe(2);
    expect(cell.value).toBe(2);
    expect(cmpxchg(cell, 'value', 2, 1)).toBe(2);
    expect(atomicDecAndTest(cell, 'value')).toBe(true);
    atomicInc(cell, 'value');
    expect(cell.value).toBe(1);
    expect(() => when(cell.value === 0)).toThrow(/does not hold/);
  });
});
