import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryModels, originOf, readOrigin } from '../../src/index.js';
import { exploredOf } from '../samples.js';

const word = fc.stringMatching(/^[a-z][a-zA-Z0-9/-]{0,8}$/);

test('an origin comes back from its texts', () => {
  const changes = fc.record({
    scenario: word,
    isMutant: fc.boolean(),
    name: word,
    memoryModel: fc.constantFrom(...memoryModels),
  });
  const sizes = fc.dictionary(word, fc.integer({ min: 0, max: 9 }));
  fc.assert(
    fc.property(
      changes,
      sizes,
      fc.array(word),
      ({ scenario, isMutant, name, memoryModel }, given, properties) => {
        const subject = isMutant ? { mutant: name } : { option: name };
        const { cell } = exploredOf({ ...subject, scenario, memoryModel });
        expect(readOrigin(originOf({ ...cell, sizes: given }, properties, 'a.ts'))).toEqual({
          model: 'a.ts',
          subject: cell.subject,
          sizes: given,
          properties,
          memoryModel,
        });
      },
    ),
  );
});

test.each([
  [{}, 'expected an option with a scenario'],
  [{ option: 'relay' }, 'expected an option with a scenario'],
  [{ option: 'relay', scenario: 'night', sizes: 'lamps' }, 'Unexpected size "lamps"'],
  [
    { mutant: 'M1', memoryModel: 'pso' },
    'Unexpected memory model "pso" in the origin, expected one of sc, tso',
  ],
  [{ mutant: 'M1', sizes: 'lamps=many' }, 'Unexpected size "lamps=many"'],
])('%o is no origin', (texts, words) => expect(readOrigin(texts)).toContain(words));

test('an origin of before there were memory models is under sequential consistency', () => {
  expect(readOrigin({ mutant: 'M1' })).toMatchObject({ memoryModel: 'sc' });
});
