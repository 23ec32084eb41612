/** Every seeded bug is found by the property that it names, and the option that it was made from keeps that property. */
import { describe, expect, it } from 'vitest';
import { description, exploreCell } from './subject.js';

describe('mutants', () => {
  it.each(description.mutants)('$id: $title', ({ id, caughtBy, memory }) => {
    const exploration = exploreCell({ kind: 'mutant', mutant: id }, [caughtBy], memory ?? 'sc');
    expect(exploration.signals[0]!.violated).toBe(true);
  });

  const ownScenarios = new Set(description.scenarios.map((scenario) => scenario.id));
  const shared = description.mutants.filter(({ scenario }) => ownScenarios.has(scenario.id));

  it.each(shared)('$id is not found in $of', ({ of, scenario, caughtBy, memory }) => {
    const subject = { kind: 'option', option: of, scenario: scenario.id } as const;
    const exploration = exploreCell(subject, [caughtBy], memory ?? 'sc');
    expect(exploration.signals[0]!.violated).toBe(false);
    expect(exploration.signals[0]!.applies).toBe(true);
  });

  it('leave no number out that the catalogue asks for', () => {
    const ids = description.mutants.map((mutant) => mutant.id);
    expect(ids).toEqual(expect.arrayContaining(['H01', 'H02', 'H04', 'H05', 'H07', 'H14', 'C01', 'C02']));
  });
});
