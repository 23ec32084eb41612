/**
 * The reduced search of the checker against the whole one, on these models: they are far richer in what properties watch than
 * the toys that the checker is tested with. Each option is asked in one scenario and each scenario of one option, as all pairs
 * would take minutes.
 */
import { type Exploration, explore, type Subject, underMemoryModel } from '@quiesce/checker';
import { describe, expect, test } from 'vitest';
import * as global from './global/subject.js';
import * as detach from './model/subject.js';
import type { ExploredModel } from './read-model.js';

/** Larger cells are left to `quiesce check --reduce`. */
const mostStates = 1_000_000;

function kept({ ends, deadlocks, signals, failures, edgesTaken }: Exploration): object {
  return { ends, deadlocks, signals, failures, edgesTaken };
}

describe.each([
  { name: 'detach', model: detach },
  { name: 'global tracing', model: global },
])('$name', ({ model }: { readonly model: Pick<ExploredModel, 'description' | 'compileCell'> }) => {
  const { options, scenarios, properties } = model.description;
  const count = Math.max(options.length, scenarios.length);
  const cells = Array.from({ length: count }, (_, index) => ({
    option: options[index % options.length]!,
    scenario: scenarios[index % scenarios.length]!,
  })).flatMap(({ option, scenario }) =>
    (scenario.memory ?? ['sc' as const]).map((memory) => ({ option, scenario: scenario.id, memory })),
  );

  test.each(cells)(
    '$option in $scenario under $memory',
    { timeout: 120_000 },
    ({ option, scenario, memory }) => {
      const subject: Subject = { kind: 'option', option, scenario };
      const watching = properties.filter((one) => one.scenarios === null || one.scenarios.includes(scenario));
      const { system } = underMemoryModel(
        model.compileCell(
          subject,
          watching.map(({ id }) => id),
        ),
        memory,
      );
      const whole = explore(system, { engine: 'wasm', maxStates: mostStates });
      const reduced = explore(system, { engine: 'wasm', reduction: 'chains' });
      if (whole.complete) expect(kept(reduced)).toEqual(kept(whole));
      expect(reduced.states).toBeLessThan(whole.states / 2);
    },
  );
});
