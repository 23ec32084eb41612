/**
 * What the runs say of a change of a promise:
 *
 *     strengthened   some run keeps the old promise and breaks the new one
 *     weakened       some run breaks the old promise and keeps the new one
 *     changed        both
 *     same           neither, on all runs that were explored, and all of them were
 *
 * Of a permission it is the other way round: who may do more promises less.
 */
import type { Side } from '@quiesce/checker';
import { z } from 'zod';
import { type Cell, optionOf, scenarioName } from '../cell/cell.js';
import type { Frozen } from '../frozen.js';
import { type ComparedResult, witnessSchema } from './compared-result.js';
import type { ComparedCell } from './comparison.js';

const verdicts = ['strengthened', 'weakened', 'changed', 'same', 'unknown'] as const;

/** `unknown`: no run tells them apart, and not all were explored. */
export type BehaviourVerdict = (typeof verdicts)[number];

const natural = z.int().nonnegative();

const shownRun = z.strictObject({
  /** What the run shows of the change. */
  shows: z.enum(['strengthened', 'weakened']),
  /** Such as `record/detach-running@tso`; a mutant's id for a mutant. */
  cell: z.string(),
  scenario: z.string(),
  option: z.string().nullable(),
  mutant: z.string().nullable(),
  /** Whether an option runs here that promises the clause, in one of the two revisions. */
  promised: z.boolean(),
  /** Null where the search for a run to tell hit its bound. */
  story: witnessSchema.nullable(),
});

export const behaviourSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('compared'),
    clause: z.string(),
    before: z.array(z.string()),
    after: z.array(z.string()),
    permission: z.boolean(),
    verdict: z.enum(verdicts),
    /** By option, and all mutants together. */
    parts: z.array(
      z.strictObject({
        name: z.string(),
        promised: z.boolean(),
        verdict: z.enum(verdicts),
        /** Whether some run breaks one of the two: if none does, "same" says little. */
        told: z.boolean(),
      }),
    ),
    /** Whether all runs of all cells were followed to their ends. */
    complete: z.boolean(),
    cells: natural,
    states: natural,
    /** What was not compared, and why. */
    gaps: z.array(z.string()),
    /** One for each way in which it has changed, and the shortest of those that promising options have. */
    runs: z.array(shownRun),
  }),
  z.strictObject({ kind: z.literal('not-compared'), clause: z.string(), reason: z.string() }),
]);

export type Behaviour = Frozen<z.infer<typeof behaviourSchema>>;
export type ComparedBehaviour = Extract<Behaviour, { readonly kind: 'compared' }>;
export type ShownRun = Frozen<z.infer<typeof shownRun>>;

export interface ComparedEvidence {
  readonly cell: ComparedCell;
  readonly result: ComparedResult;
}

export interface BehaviourQuestion {
  readonly clause: string;
  /** As the clauses name them. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly permission: boolean;
  /** By either revision. */
  readonly promisedBy: readonly string[];
  /** Links that could not be compared. */
  readonly gaps: readonly string[];
}

export function judgeBehaviour(
  { clause, before, after, permission, promisedBy, gaps }: BehaviourQuestion,
  evidence: readonly ComparedEvidence[],
): Behaviour {
  const compared = evidence.flatMap(({ cell, result }) =>
    result.kind === 'compared' ? [{ cell, result }] : [],
  );
  const reasons = new Set(
    evidence.flatMap(({ result }) => (result.kind === 'incomparable' ? [result.reason] : [])),
  );
  const [reason] = [...gaps, ...reasons];
  if (compared.length === 0)
    return { kind: 'not-compared', clause, reason: reason ?? 'in no scenario can both be asked' };
  const names = [...new Set(compared.map(({ cell }) => partOf(cell)))];
  const isPromised = (name: string): boolean => promisedBy.includes(name);
  const shown = compared.flatMap((one) => runsOf(one, permission, promisedBy));
  return {
    kind: 'compared',
    clause,
    before,
    after,
    permission,
    verdict: verdictOf(compared, permission),
    parts: names.map((name) => {
      const own = compared.filter(({ cell }) => partOf(cell) === name);
      return {
        name,
        promised: isPromised(name),
        verdict: verdictOf(own, permission),
        told: own.some(({ result }) => result.said.before || result.said.after),
      };
    }),
    complete: compared.every(({ result }) => result.complete),
    cells: compared.length,
    states: compared.reduce((sum, { result }) => sum + result.states, 0),
    gaps: [...gaps, ...reasons],
    runs: (['weakened', 'strengthened'] as const).flatMap((shows) => {
      const best = shortest(shown.filter((run) => run.shows === shows));
      return best === undefined ? [] : [best];
    }),
  };
}

const mutants = 'seeded bugs';

function partOf(cell: Cell): string {
  return optionOf(cell) ?? mutants;
}

type Compared = {
  readonly cell: ComparedCell;
  readonly result: Extract<ComparedResult, { kind: 'compared' }>;
};

/** Which way a run changes the promise that one side alone forbids. */
function shownBy(side: Side, permission: boolean): ShownRun['shows'] {
  return (side === 'after') === permission ? 'weakened' : 'strengthened';
}

function verdictOf(compared: readonly Compared[], permission: boolean): BehaviourVerdict {
  const some = (side: Side): boolean => compared.some(({ result }) => result.only[side].kind === 'some');
  const [before, after] = [some('before'), some('after')];
  if (before && after) return 'changed';
  if (before || after) return shownBy(before ? 'before' : 'after', permission);
  const isWhole = compared.every(
    ({ result }) => result.only.before.kind === 'none' && result.only.after.kind === 'none',
  );
  return isWhole ? 'same' : 'unknown';
}

function runsOf(
  { cell, result }: Compared,
  permission: boolean,
  promisedBy: readonly string[],
): readonly ShownRun[] {
  const option = optionOf(cell) ?? null;
  return (['before', 'after'] as const).flatMap((side): readonly ShownRun[] => {
    const only = result.only[side];
    if (only.kind !== 'some') return [];
    return [
      {
        shows: shownBy(side, permission),
        cell: cell.id,
        scenario: scenarioName(cell),
        option,
        mutant: cell.subject.kind === 'mutant' ? cell.subject.mutant : null,
        promised: option !== null && promisedBy.includes(option),
        story: only.story,
      },
    ];
  });
}

/** Of those that promise it, if there are some; then the one with the fewest switches, the fewest steps, the first. */
function shortest(runs: readonly ShownRun[]): ShownRun | undefined {
  const rank = ({ promised, option, story }: ShownRun): readonly number[] => [
    promised ? 0 : 1,
    story === null ? 1 : 0,
    option === null ? 1 : 0,
    story?.endless === true ? 1 : 0,
    story?.switches ?? 0,
    story?.steps ?? 0,
  ];
  return [...runs].sort((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    const index = one.findIndex((value, at) => value !== other[at]);
    return index === -1 ? 0 : one[index]! - other[index]!;
  })[0];
}
