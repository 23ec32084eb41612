/** Every seeded bug is found by the property that it names, and the option that it was made from keeps that property. */
import { describe, expect, it } from 'vitest';
import { description, exploreCell } from './subject.js';

describe('seeded bugs of global tracing', () => {
  it.each(description.mutants)('$id: $title', ({ id, of, scenario, memory, caughtBy }) => {
    const bug = exploreCell({ kind: 'mutant', mutant: id }, [caughtBy], memory ?? 'sc');
    expect(bug.signals[0]!.violated).toBe(true);
    const sound = { kind: 'option', option: of, scenario: scenario.id } as const;
    expect(exploreCell(sound, [caughtBy], memory ?? 'sc').signals[0]!.violated).toBe(false);
  });

  it('are those that belong to global engines', () => {
    const ids = description.mutants.map((mutant) => mutant.id);
    expect(ids).toEqual(expect.arrayContaining(['X02', 'X03', 'X05', 'C06', 'C08']));
  });
});
