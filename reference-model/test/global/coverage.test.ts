/**
 * No access of the model is dead: each is made in some scenario of some option, or of some seeded bug. The bugs' own code is
 * left out, and so is what the parts in sync/ can do for others.
 */
import { coverageOf, type Subject } from '@quiesce/checker';
import { expect, it } from 'vitest';
import { exploreAll } from '../read-model.js';
import { compileCell, description } from './subject.js';

const subjects: readonly Subject[] = [
  ...description.options.flatMap((option) =>
    description.scenarios.map(({ id }) => ({ kind: 'option', option, scenario: id }) as const),
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
    // A system that has nothing new to show is not explored.
    if (own.every((access) => made.has(access))) continue;
    const { accesses } = coverageOf(system, exploreAll(system).edgesTaken);
    for (const access of accesses) if (access.executed) made.add(nameOf(access));
  }
  const dead = [...met].filter(
    (access) => !made.has(access) && !/\/src\/(global\/mutants|sync)\//.test(access),
  );
  expect(dead).toEqual([]);
});

type Access = ReturnType<typeof coverageOf>['accesses'][number];

function nameOf({ place }: Access): string {
  return `${place.file}:${place.line}:${place.column}`;
}
