/** A grace period waits for the sections that have begun, and for no others. */
import { expect, it } from 'vitest';
import { loadWorlds, type Outcome, outcomeOf, outcomeUnderTso, sound, systemOf } from './explore-world.js';

const program = loadWorlds('rcu');

it.each<[world: string, outcome: Outcome]>([
  ['sound', sound],
  ['withoutGracePeriod', { failures: ['use after free'], hangs: false }],
  ['nestingIgnored', { failures: ['use after free'], hangs: false }],
  ['lateReader', sound],
  ['lateReaderWaitedFor', { failures: [], hangs: true }],
  ['waiterInside', { failures: [], hangs: true }],
])('%s', (world, outcome) => {
  expect(outcomeOf(systemOf(program, world))).toEqual(outcome);
});

it.each<[world: string, outcome: Outcome]>([
  ['sound', sound],
  ['unfencedReaders', { failures: ['use after free'], hangs: false }],
])('%s under total store order', (world, outcome) => {
  expect(outcomeUnderTso(systemOf(program, world))).toEqual(outcome);
});
