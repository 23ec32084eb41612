/** RCU-Tasks waits for text that runs, and not for text that sleeps. */
import { expect, it } from 'vitest';
import { loadWorlds, type Outcome, outcomeOf, outcomeUnderTso, sound, systemOf } from './explore-world.js';

const program = loadWorlds('rcu-tasks');

it.each<[world: string, outcome: Outcome]>([
  ['sound', sound],
  ['withoutGracePeriod', { failures: ['use after free'], hangs: false }],
  ['sleeper', { failures: ['use after free'], hangs: false }],
  ['idleTask', sound],
])('%s', (world, outcome) => {
  expect(outcomeOf(systemOf(program, world))).toEqual(outcome);
});

it.each<[world: string, outcome: Outcome]>([['sound', sound]])(
  '%s under total store order',
  (world, outcome) => {
    expect(outcomeUnderTso(systemOf(program, world))).toEqual(outcome);
  },
);
