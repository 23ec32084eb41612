/** References to an engine, and the release function that the last of them brings. */
import { describe, expect, it } from 'vitest';
import { newData } from '../../src/layer/data.js';
import { newEngine, putEngine } from '../../src/layer/engine.js';
import { SYSCALL } from '../../src/layer/event.js';
import { newModule } from '../../src/layer/module.js';
import { watching } from '../../src/scenarios/world.js';

const attachment = { callbacks: watching, data: newData(), module: newModule('M'), flags: SYSCALL };

describe('an engine', () => {
  it('is released once, by whoever gives back the last reference', () => {
    const released: string[] = [];
    const release = (engine: { readonly name: string }) => {
      released.push(engine.name);
    };
    const engine = newEngine('E0', { ...attachment, ownerReferences: 1, release });
    putEngine(engine);
    expect(released).toEqual([]);
    putEngine(engine);
    expect(released).toEqual(['E0']);
    expect(engine.references).toBe(0);
  });

  it('need not have a release function', () => {
    const engine = newEngine('E0', { ...attachment, ownerReferences: 0 });
    putEngine(engine);
    expect(engine.references).toBe(0);
  });

  it('is nothing before it is attached', () => {
    const engine = newEngine('E0', { ...attachment, ownerReferences: 1, later: true });
    expect(engine).toMatchObject({ ops: 'none', flags: 0, attached: false, references: 0 });
  });
});
