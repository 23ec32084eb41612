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
import { type Side, sides } from '@quiesce/checker';
import { z } from 'zod';
import { type Cell, optionOf, scenarioName } from '../cell/cell.js';
import type { Frozen } from '../frozen.js';
import { type ComparedResult, type WitnessResult, witnessSchema } from './compared-result.js';
import type { ComparedCell } from './comparison.js';

const verdicts = ['strengthened', 'weakened', 'changed', 'same', 'unknown'] as const;

/** `unknown`: no run tells them apart, and not all were explored. */
export type BehaviourVerdict = (typeof verdicts)[number];

const natural = z.int().nonnegative();

const shownRunSchema = z.strictObject({
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
    /** Whether all cells were compared, and all their runs followed to their ends. */
    complete: z.boolean(),
    /** What is asked now under a memory model that was not asked before, such as `lamp/dark @tso`: not compared. */
    also: z.array(z.string()),
    cells: natural,
    states: natural,
    /** What was not compared, and why. */
    gaps: z.array(z.string()),
    /** One for each way in which it has changed, and the shortest of those that promising options have. */
    runs: z.array(shownRunSchema),
  }),
  z.strictObject({ kind: z.literal('not-compared'), clause: z.string(), reason: z.string() }),
  z.strictObject({
    kind: z
      .literal('asked-more')
      .describe('nothing is lost: the same properties are asked under more memory models'),
    clause: z.string(),
    /** Such as `lamp/dark @tso`. */
    also: z.array(z.string()),
  }),
]);

export type Behaviour = Frozen<z.infer<typeof behaviourSchema>>;
export type ComparedBehaviour = Extract<Behaviour, { readonly kind: 'compared' }>;
export type ShownRun = Frozen<z.infer<typeof shownRunSchema>>;

/** Whether some run that was forbidden before is not any more, or some is permitted that was not. */
export function isLoss(behaviour: Behaviour): boolean {
  return (
    behaviour.kind === 'compared' && (behaviour.verdict === 'weakened' || behaviour.verdict === 'changed')
  );
}

/** Whether users may lose something that no run has shown: not everything that differs was compared. */
export function isDoubt(behaviour: Behaviour): boolean {
  switch (behaviour.kind) {
    case 'not-compared':
      return true;
    case 'asked-more':
      return false;
    case 'compared': {
      const { verdict, complete, gaps } = behaviour;
      return !isLoss(behaviour) && (verdict === 'unknown' || !complete || gaps.length > 0);
    }
  }
}

export interface ComparedEvidence {
  readonly cell: ComparedCell;
  readonly result: ComparedResult;
}

export interface BehaviourQuestion {
  readonly clause: string;
  /** As the model in which they are compared has them. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly permission: boolean;
  /** By either revision. */
  readonly promisedBy: readonly string[];
  /** Links that need no comparison: the same property under one more memory model. */
  readonly also: readonly string[];
  /** Links that could not be compared. */
  readonly gaps: readonly string[];
}

/** A run that is worth telling. */
export interface WantedRun {
  readonly cell: ComparedCell;
  /** The one that alone forbids it. */
  readonly side: Side;
}

export function runName({ cell, side }: WantedRun): string {
  return `${cell.id} ${side}`;
}

/** How many runs are told of each way, so that the shortest can be shown. */
const mostTold = 3;

/** The runs that a judgement may show: where options promise the clause if there are some, and in small systems. */
export function wantedRuns(
  question: BehaviourQuestion,
  evidence: readonly ComparedEvidence[],
): readonly WantedRun[] {
  const compared = comparedIn(evidence);
  return sides.flatMap((side) => {
    const ranked = compared
      .filter(({ result }) => isSome(result.only[side]))
      .map(({ cell, result }) => ({
        cell,
        rank: rankOf(question, cell, result.only[side]),
        states: result.states,
      }))
      .sort((a, b) => a.rank - b.rank || a.states - b.states);
    const [first] = ranked;
    return ranked
      .filter(({ rank }) => rank === first?.rank)
      .slice(0, mostTold)
      .map(({ cell }) => ({ cell, side }));
  });
}

/** Lower is better: an option that promises it, another option, a seeded bug; a run that ends before one that does not. */
function rankOf({ promisedBy }: BehaviourQuestion, cell: Cell, only: string): number {
  const option = optionOf(cell);
  const who = option === undefined ? 2 : promisedBy.includes(option) ? 0 : 1;
  return 2 * who + (only === 'ends' ? 0 : 1);
}

/** `told`: by `runName`, for each of `wantedRuns`. */
export function judgeBehaviour(
  question: BehaviourQuestion,
  evidence: readonly ComparedEvidence[],
  told: ReadonlyMap<string, WitnessResult>,
): Behaviour {
  const { clause, before, after, permission, promisedBy, also, gaps } = question;
  const compared = comparedIn(evidence);
  const reasons = new Set(
    evidence.flatMap(({ result }) => (result.kind === 'incomparable' ? [result.reason] : [])),
  );
  if (compared.length === 0) {
    const [reason = 'there is no scenario in which both are asked'] = [...gaps, ...reasons];
    return { kind: 'not-compared', clause, reason };
  }
  const names = [...new Set(compared.map(({ cell }) => partOf(cell)))];
  const wanted = wantedRuns(question, evidence);
  const verdict = verdictOf(compared, permission);
  return {
    kind: 'compared',
    clause,
    before,
    after,
    permission,
    verdict: verdict === 'same' && reasons.size > 0 ? 'unknown' : verdict,
    parts: names.map((name) => {
      const own = compared.filter(({ cell }) => partOf(cell) === name);
      return {
        name,
        promised: promisedBy.includes(name),
        verdict: verdictOf(own, permission),
        told: own.some(({ result }) => result.said.before || result.said.after),
      };
    }),
    complete: reasons.size === 0 && compared.every(({ result }) => result.complete),
    also,
    cells: compared.length,
    states: compared.reduce((sum, { result }) => sum + result.states, 0),
    gaps: [...gaps, ...reasons],
    runs: sides.flatMap((side) => {
      const best = shortest(
        wanted.filter((one) => one.side === side),
        told,
      );
      return best === undefined ? [] : [shownRun(best, question, told)];
    }),
  };
}

const mutants = 'seeded bugs';

function partOf(cell: Cell): string {
  return optionOf(cell) ?? mutants;
}

function comparedIn(evidence: readonly ComparedEvidence[]): readonly Compared[] {
  return evidence.flatMap(({ cell, result }) => (result.kind === 'compared' ? [{ cell, result }] : []));
}

function isSome(only: Compared['result']['only'][Side]): boolean {
  return only === 'ends' || only === 'endless';
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
  const some = (side: Side): boolean => compared.some(({ result }) => isSome(result.only[side]));
  const [before, after] = [some('before'), some('after')];
  if (before && after) return 'changed';
  if (before || after) return shownBy(before ? 'before' : 'after', permission);
  const isWhole = compared.every(
    ({ result }) => result.only.before === 'none' && result.only.after === 'none',
  );
  return isWhole ? 'same' : 'unknown';
}

function shortest(
  wanted: readonly WantedRun[],
  told: ReadonlyMap<string, WitnessResult>,
): WantedRun | undefined {
  const lengthOf = (one: WantedRun): readonly [number, number] => {
    const story = told.get(runName(one));
    return story?.kind === 'witness' ? [story.switches, story.steps] : [Number.POSITIVE_INFINITY, 0];
  };
  const [best] = [...wanted].sort((a, b) => {
    const [one, other] = [lengthOf(a), lengthOf(b)];
    return one[0] === other[0] ? one[1] - other[1] : one[0] - other[0];
  });
  return best;
}

function shownRun(
  wanted: WantedRun,
  { permission, promisedBy }: BehaviourQuestion,
  told: ReadonlyMap<string, WitnessResult>,
): ShownRun {
  const { cell, side } = wanted;
  const option = optionOf(cell) ?? null;
  const story = told.get(runName(wanted));
  return {
    shows: shownBy(side, permission),
    cell: cell.id,
    scenario: scenarioName(cell),
    option,
    mutant: cell.subject.kind === 'mutant' ? cell.subject.mutant : null,
    promised: option !== null && promisedBy.includes(option),
    story: story?.kind === 'witness' ? story : null,
  };
}
