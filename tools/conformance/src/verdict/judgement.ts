/** All that the explored cells say: of each clause under each option, of each mutant, and of the model itself. */
import type { ModelDescription } from '@quiesce/checker';
import type { MemoryModel } from '../cell/cell.js';
import { planScenarios } from '../cell/plan.js';
import type { LinkedClause } from '../link/link-promises.js';
import { type Evidence, incompleteCells } from './evidence.js';
import { type ClauseVerdict, judgeClause } from './judge-clause.js';
import { judgeMutants, type MutantVerdict } from './judge-mutant.js';
import { judgeStrength, type Strength } from './judge-strength.js';
import { type Suspect, suspectsIn } from './model-errors.js';
import { type UncoveredLine, uncoveredLines } from './uncovered.js';

export interface JudgedClause {
  readonly linked: LinkedClause;
  /** One for each option that was explored, in the model's order. */
  readonly verdicts: readonly ClauseVerdict[];
  readonly strength: Strength;
}

export interface Judgement {
  /** The options that were explored, in the model's order. */
  readonly options: readonly string[];
  readonly clauses: readonly JudgedClause[];
  readonly mutants: readonly MutantVerdict[];
  /** Of the model; nothing was explored for them. */
  readonly unmodelled: ModelDescription['unmodelled'];
  readonly suspects: readonly Suspect[];
  /** Empty where the evidence is not whole, or some search was not complete. */
  readonly uncovered: readonly UncoveredLine[];
  readonly evidence: Evidence;
  /** Whether every cell of the model was explored: only then can be said what never happens anywhere. */
  readonly whole: boolean;
}

export interface Question {
  readonly model: ModelDescription;
  /** Of scenarios that name none; sequential consistency where it is not given. */
  readonly memoryModel?: MemoryModel;
  /** The clauses, and the options, that are asked about. */
  readonly clauses: readonly LinkedClause[];
  readonly options: readonly string[];
  readonly evidence: Evidence;
  readonly whole: boolean;
}

export function judge({ model, memoryModel = 'sc', clauses, options, evidence, whole }: Question): Judgement {
  const plan = planScenarios(model, memoryModel);
  return {
    options,
    clauses: clauses.map((linked) => ({
      linked,
      verdicts: options.map((option) => judgeClause(linked, option, evidence, plan)),
      strength: judgeStrength(linked, evidence, whole),
    })),
    mutants: judgeMutants(model, evidence),
    unmodelled: model.unmodelled,
    suspects: suspectsIn(evidence),
    uncovered: whole && incompleteCells(evidence).length === 0 ? uncoveredLines(evidence) : [],
    evidence,
    whole,
  };
}
