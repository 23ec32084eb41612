/** An interrupt that fences: the reader's processor, and no other. Only under total store order is there anything to see. */
import { expect, it } from 'vitest';
import { loadWorlds, type Outcome, outcomeOf, outcomeUnderTso, sound, systemOf } from './explore-world.js';

const program = loadWorlds('ipi');
const late: Outcome = { failures: ['use after free'], hangs: false };

it.each<[world: string, outcome: Outcome]>([
  ['interrupted', sound],
  ['bothFence', sound],
  ['ownFenceOnly', late],
  ['wrongProcessor', late],
])('%s', (world, outcome) => {
  expect(outcomeOf(systemOf(program, world))).toEqual(sound);
  expect(outcomeUnderTso(systemOf(program, world))).toEqual(outcome);
});
