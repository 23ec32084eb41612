/** Counts of a module's users: split over processors, as in 2008, and shared, as today. */
import { expect, it } from 'vitest';
import { loadWorlds, type Outcome, outcomeOf, outcomeUnderTso, sound, systemOf } from './explore-world.js';

const program = loadWorlds('module-count');

it.each<[world: string, outcome: Outcome]>([
  ['split', sound],
  ['splitWithoutGracePeriod', { failures: ['use after free'], hangs: false }],
  ['putsFirst', sound],
  ['oneSum', { failures: ['a module that is in use looks unused'], hangs: false }],
  ['shared', sound],
  ['sharedForced', { failures: ['use after free'], hangs: false }],
])('%s', (world, outcome) => {
  expect(outcomeOf(systemOf(program, world))).toEqual(outcome);
});

it.each<[world: string, outcome: Outcome]>([['split', sound]])(
  '%s under total store order',
  (world, outcome) => {
    expect(outcomeUnderTso(systemOf(program, world))).toEqual(outcome);
  },
);
