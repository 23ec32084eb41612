/** Per-CPU references: nobody comes after the confirmation, and the last one is not missed. */
import { expect, it } from 'vitest';
import { loadWorlds, type Outcome, outcomeOf, outcomeUnderTso, sound, systemOf } from './explore-world.js';

const program = loadWorlds('percpu-ref');

it.each<[world: string, outcome: Outcome]>([
  ['sound', sound],
  ['migrating', sound],
  ['confirmed', sound],
  ['unconfirmed', { failures: ['use after free'], hangs: false }],
])('%s', (world, outcome) => {
  expect(outcomeOf(systemOf(program, world))).toEqual(outcome);
});

it.each(['gatheredTooEarly', 'deathIgnored'])('%s', (world) => {
  expect(outcomeOf(systemOf(program, world)).failures).toContain('use after free');
});

it.each<[world: string, outcome: Outcome]>([['sound', sound]])(
  '%s under total store order',
  (world, outcome) => {
    expect(outcomeUnderTso(systemOf(program, world))).toEqual(outcome);
  },
);
