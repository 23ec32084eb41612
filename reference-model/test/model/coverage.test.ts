/** No line of the model is dead: each is taken in some scenario of some option, or of some mutant. */
import { coverageOf, gapsOf, mergeCoverage, type Subject } from '@quiesce/checker';
import { expect, it } from 'vitest';
import { description, exploreCell } from './subject.js';

it('every line of the model is executed in some run', { timeout: 120_000 }, () => {
  const subjects: readonly Subject[] = [
    ...description.options.flatMap((option) =>
      description.scenarios.map(({ id }) => ({ kind: 'option', option, scenario: id }) as const),
    ),
    ...description.mutants.map(({ id }) => ({ kind: 'mutant', mutant: id }) as const),
  ];
  const parts = subjects.map((subject) => {
    const { system, exploration } = exploreCell(subject, []);
    expect(exploration.failures, system.name).toEqual([]);
    return coverageOf(system, exploration.edgesTaken);
  });
  const dead = gapsOf(mergeCoverage(parts)).filter((gap) => gap.kind === 'line');
  expect(dead).toEqual([]);
});
