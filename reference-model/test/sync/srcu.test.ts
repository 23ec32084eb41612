/** Classic and fast SRCU: sections that sleep, end on other processors, and straggle. */
import { expect, it } from 'vitest';
import { loadWorlds, type Outcome, outcomeOf, outcomeUnderTso, sound, systemOf } from './explore-world.js';

const program = loadWorlds('srcu');

it.each<[world: string, outcome: Outcome]>([
  ['sound', sound],
  ['soundFast', sound],
  ['withoutGracePeriod', { failures: ['use after free'], hangs: false }],
  ['oneSideOnly', { failures: ['use after free'], hangs: false }],
  ['wrongSide', { failures: [], hangs: true }],
  ['endsFirst', sound],
  ['beginsFirst', { failures: ['a side that is not empty looks so'], hangs: false }],
  ['waiterInside', { failures: [], hangs: true }],
])('%s', (world, outcome) => {
  expect(outcomeOf(systemOf(program, world))).toEqual(outcome);
});

it.each<[world: string, outcome: Outcome]>([
  ['sound', sound],
  ['soundFast', sound],
  ['mixed', { failures: ['use after free'], hangs: false }],
])('%s under total store order', (world, outcome) => {
  expect(outcomeUnderTso(systemOf(program, world))).toEqual(outcome);
});
