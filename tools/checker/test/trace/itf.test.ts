import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findStory } from '../../src/search/story.js';
import { itfText, itfVersion } from '../../src/trace/itf.js';
import { readItf } from '../../src/trace/read-itf.js';
import { replay } from '../../src/trace/replay.js';
import { type Trace, traceOf } from '../../src/trace/trace.js';
import { detachRace } from './detach-race.js';
import { randomTrace } from './random-trace.js';

const origin = { rfc: '0001', option: 'record', scenario: 'detach-running', tasks: '1' };

function raceTrace(): Trace {
  const result = findStory(detachRace, { kind: 'signal', property: 0, signal: 'violated' });
  if (result.kind === 'none') throw new Error('there is no story');
  return traceOf(replay(detachRace, result.story), origin);
}

// Not named .json: a formatter would then lay it out anew.
test('The file of the race', async () => {
  await expect(itfText(raceTrace())).toMatchFileSnapshot('itf/detach-race.itf.txt');
});

test('The file is what the Informal Trace Format asks for', () => {
  const file = JSON.parse(itfText(raceTrace()));
  expect(file.vars).toEqual(['T0.reporting', 'E0.ops', 'E0.quiet', 'pc']);
  file.states.forEach((state: Record<string, unknown>, index: number) => {
    expect(Object.keys(state)).toEqual(['#meta', ...file.vars]);
    expect(state['#meta']).toEqual({ index });
  });
  expect(file['#meta']).toMatchObject({ format: 'ITF', quiesce: { version: itfVersion, origin } });
});

test('Values are strings, booleans, integers as the format writes them; names of the format are set apart', () => {
  const trace: Trace = {
    system: 's',
    origin: {},
    target: { kind: 'deadlock' },
    variables: ['a', 'b', 'c', 'd', 'pc', '#meta', 'cell:x'],
    states: [
      { values: ['true', '-7', '007', 'null', 'E0', 'E1', 'E2'], positions: [['T0', 'report a.ts:1']] },
    ],
    moves: [],
  };
  expect(JSON.parse(itfText(trace)).states).toEqual([
    {
      '#meta': { index: 0 },
      a: true,
      b: { '#bigint': '-7' },
      c: '007',
      d: 'null',
      'cell:pc': 'E0',
      'cell:#meta': 'E1',
      'cell:cell:x': 'E2',
      pc: { '#map': [['T0', 'report a.ts:1']] },
    },
  ]);
});

test('What is written is read back as it was', () => {
  fc.assert(
    fc.property(randomTrace, (trace) => {
      const text = itfText(trace);
      const read = readItf(text, 'trace.itf.json');
      expect(read).toMatchObject({ ok: true });
      if (read.ok) expect(read.trace).toEqual(trace);
      expect(() => JSON.parse(text)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});
