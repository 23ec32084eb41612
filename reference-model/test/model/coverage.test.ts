/**
 * No access of the model is dead: each is made in some scenario of some option, or of some mutant. The mutants' own code is
 * left out: in two of them the dead line is the bug.
 */
import { coverageOf, explore, type Subject } from '@quiesce/checker';
import { expect, it } from 'vitest';
import { compileCell, description } from './subject.js';

/** These run what all options share; the others are run where their own functions are. */
const everywhere = ['stop-first', 'record-barrier', 'counted'];
const telling = [
  'detach-free-data',
  'detach-unload',
  'detach-self',
  'detach-other-engine',
  'detach-sigkill',
  'detach-asleep',
  'detach-deferring',
  'clear-events',
];

const subjects: readonly Subject[] = [
  ...description.options.flatMap((option) =>
    description.scenarios
      .filter(({ id }) => everywhere.includes(option) || telling.includes(id))
      .map(({ id }) => ({ kind: 'option', option, scenario: id }) as const),
  ),
  ...description.mutants.map(({ id }) => ({ kind: 'mutant', mutant: id }) as const),
];

it('every access of the model is made in some run', { timeout: 120_000 }, () => {
  const met = new Set<string>();
  const made = new Set<string>();
  for (const subject of subjects) {
    const system = compileCell(subject, []);
    const own = coverageOf(system, []).accesses.map(nameOf);
    for (const access of own) met.add(access);
    // A system that has nothing new to show is not explored, and a large one not to its end: what is made is made.
    if (own.every((access) => made.has(access))) continue;
    const exploration = explore(system, { engine: 'wasm', maxStates: 100_000 });
    expect(exploration.failures, system.name).toEqual([]);
    const { accesses } = coverageOf(system, exploration.edgesTaken);
    for (const access of accesses) if (access.executed) made.add(nameOf(access));
  }
  const dead = [...met].filter((access) => !made.has(access) && !access.includes('/src/mutants/'));
  expect(dead).toEqual([]);
});

type Access = ReturnType<typeof coverageOf>['accesses'][number];

function nameOf({ place }: Access): string {
  return `${place.file}:${place.line}:${place.column}`;
}
