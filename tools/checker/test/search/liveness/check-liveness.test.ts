import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fairness } from '../../../src/ir/system.js';
import { checkLiveness } from '../../../src/search/liveness/check-liveness.js';
import { columnTable } from '../../../src/trace/column-table.js';
import { replay } from '../../../src/trace/replay.js';
import { isViolated } from './oracle.js';
import { randomLiveness } from './random-liveness.js';

describe.each<Fairness>(['none', 'weak', 'strong'])('%s fairness', (fairness) => {
  it('is judged as brute force judges it', () => {
    const seen = { violated: 0, holds: 0 };
    fc.assert(
      fc.property(randomLiveness(fairness), (system) => {
        const expected = isViolated(system, fairness);
        if (expected === null) return;
        const found = checkLiveness(system, 0, { engine: 'javascript' });
        expect(found.kind).toBe(expected ? 'violated' : 'holds');
        seen[expected ? 'violated' : 'holds']++;
        if (found.kind !== 'violated') return;
        // Replay fails where the run is no fair lasso, or does not violate the property.
        expect(columnTable(replay(system, found.story))).toContain('Violated:  property/0');
        const stronger = (['none', 'weak', 'strong'] as const).filter(
          (_one, index, all) => index > all.indexOf(fairness),
        );
        const helps = stronger.find((one) => isViolated(system, one) === false) ?? null;
        expect(found.holdsUnder).toBe(helps);
      }),
      { numRuns: 600 },
    );
    expect(Math.min(seen.violated, seen.holds)).toBeGreaterThan(60);
  });
});
