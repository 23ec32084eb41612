/** Every seeded bug is found by the property that it names, and the option that it was made from keeps that property. */
import { describe, expect, it } from 'vitest';
import { description, exploreCell } from './subject.js';

/** All known bugs of utrace, of its clients and of their like but X02, X03 and X05, which global tracing has. */
const catalogue = [
  ...[1, 2, 4, 5, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22].map((n) => numbered('H', n)),
  ...[5, 6, 7, 8, 10, 11, 12].map((n) => numbered('L', n)),
  ...Array.from({ length: 15 }, (_, index) => numbered('C', index + 1)),
  ...[1, 4, 6, 7, 8, 9, 10].map((n) => numbered('X', n)),
];

function numbered(letter: string, number: number): string {
  return `${letter}${String(number).padStart(2, '0')}`;
}

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
    const { mutants, unmodelled } = description;
    const ids = [...mutants, ...unmodelled].map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(catalogue));
  });
});
