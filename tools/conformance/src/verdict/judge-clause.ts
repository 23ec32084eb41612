/**
 * The verdict on a clause under one option, by the meaning of its keyword:
 *
 *     MUST, SHOULD    no run violates any of its properties
 *     MAY             some run witnesses it, and some run declines, in a scenario in which it could have been
 *     any             its When (and its Unless) happens in some run, or the verdict is vacuous
 *
 * A violation that was found is one whatever else was not explored. Everything else is only said where all that the clause
 * names was explored, by complete searches, in a model that does not fail.
 */

import { scenarioName } from '../cell/cell.js';
import type { PlannedScenario } from '../cell/plan.js';
import type { Asked, LinkedClause } from '../link/link-promises.js';
import {
  answers,
  cellsAsked,
  cellsWith,
  type Evidence,
  evidenceOf,
  hasFailed,
  incompleteCells,
  says,
} from './evidence.js';
import type { Verdict } from './verdict.js';

export interface ClauseVerdict {
  readonly option: string;
  /** Whether the option promises the clause; otherwise the verdict is for information. */
  readonly promised: boolean;
  readonly verdict: Verdict;
  /** One sentence: what decided. */
  readonly reason: string;
  /** The cells that were explored for it. */
  readonly explored: Evidence;
  /** Of those, the cells that decided: that violate it, that witness it, that are not complete; all of them for `holds`. */
  readonly decidedBy: Evidence;
}

/** `plan`: all cells that there are of an option. Of some of them only, nobody can say that something never happens. */
export function judgeClause(
  linked: LinkedClause,
  option: string,
  evidence: Evidence,
  plan: readonly PlannedScenario[],
): ClauseVerdict {
  const promised = linked.promisedBy.includes(option);
  const explored = cellsAsked(evidenceOf(evidence, option), linked.asked);
  return { option, promised, explored, ...decide(linked, explored, plan) };
}

type Decision = Pick<ClauseVerdict, 'verdict' | 'reason' | 'decidedBy'>;

function decide(linked: LinkedClause, explored: Evidence, plan: readonly PlannedScenario[]): Decision {
  const { clause, asked } = linked;
  if (asked.length === 0) return { verdict: 'unchecked', reason: whyUnchecked(linked), decidedBy: [] };
  if (explored.length === 0)
    return { verdict: 'not-explored', reason: 'no cell of this option was explored', decidedBy: [] };
  const violating = cellsWith(explored, asked, 'violated');
  if (violating.length > 0) {
    const verdict = clause.keyword.startsWith('SHOULD') ? 'deviates' : 'fails';
    const reason = `violated in ${names(violating)}${fairnessText(asked, violating)}`;
    return { verdict, reason, decidedBy: violating };
  }
  const witnessing = cellsWith(explored, asked, 'witnessed');
  // A scenario that has nothing to do with the permission ends without it in every run; that tells nothing.
  const concerned = [...witnessing, ...cellsWith(explored, asked, 'applies')];
  const declining = cellsWith(explored, asked, 'declined').filter((one) => concerned.includes(one));
  if (clause.keyword === 'MAY' && witnessing.length > 0 && declining.length > 0) {
    const reason = `witnessed in ${names(witnessing)}; a run without it in ${names(declining)}`;
    return { verdict: 'witnessed', reason, decidedBy: witnessing };
  }
  const incomplete = incompleteCells(explored);
  if (incomplete.length > 0) {
    return { verdict: 'not-complete', reason: incompleteText(incomplete), decidedBy: incomplete };
  }
  const [link] = linked.unexplored;
  if (link !== undefined)
    return { verdict: 'not-complete', reason: `${link.link} is not explored: ${link.reason}`, decidedBy: [] };
  const unanswered = asked.find((one) => !explored.some(({ cell }) => answers(cell, one)));
  if (unanswered !== undefined)
    return { verdict: 'not-explored', reason: `${linkText(unanswered)} was not explored`, decidedBy: [] };
  if (clause.keyword === 'MAY' && witnessing.length > 0) {
    const reason = `witnessed in ${names(witnessing)}, and no run ends without it`;
    return { verdict: 'always', reason, decidedBy: witnessing };
  }
  const where = `in ${scenarios(explored)}`;
  const all = plan.filter((cell) => asked.some((one) => answers(cell, one)));
  const leftOut = all.filter(
    ({ scenario, memoryModel }) =>
      !explored.some(({ cell }) => cell.scenario === scenario && cell.memoryModel === memoryModel),
  ).length;
  const never = (verdict: 'vacuous' | 'never-happens', what: string): Decision =>
    leftOut === 0
      ? { verdict, reason: `${what} ${where}`, decidedBy: explored }
      : {
          verdict: 'not-explored',
          reason: `${what} ${where}, and ${leftOut} of ${all.length} cells were left out`,
          decidedBy: [],
        };
  // Store buffers that never come into play prove nothing, so each memory model that is asked for must see the condition.
  const idle = asked.find(({ memoryModel }) => {
    const own = asked.filter((one) => one.memoryModel === memoryModel);
    return cellsWith(explored, own, 'applies').length === 0;
  });
  if (clause.when !== undefined && idle !== undefined) {
    const under = asked.every(({ memoryModel }) => memoryModel === idle.memoryModel)
      ? ''
      : ` under ${idle.memoryModel}`;
    return never('vacuous', `its When never happens${under}`);
  }
  if (clause.unless !== undefined && cellsWith(explored, asked, 'excepted').length === 0)
    return never('vacuous', 'its Unless never happens');
  return clause.keyword === 'MAY'
    ? never('never-happens', 'no run does it')
    : { verdict: 'holds', reason: `no run violates it ${where}`, decidedBy: explored };
}

/** A warning: a run that only a scheduler could make is not what an implementation must be afraid of. */
function fairnessText(asked: LinkedClause['asked'], violating: Evidence): string {
  const helping = violating.flatMap((explored) =>
    asked
      .filter((one) => says(explored, one, 'violated'))
      .map(({ property }) => explored.result.wouldHoldUnder[property] ?? null),
  );
  const [first] = helping;
  if (first === undefined || helping.some((one) => one === null)) return '';
  const needed = helping.includes('strong') ? 'strong' : 'weak';
  return `, but only for want of fairness: no run violates it under ${needed} fairness`;
}

function whyUnchecked({ clause, unexplored }: LinkedClause): string {
  if (clause.unchecked !== undefined) return clause.unchecked;
  const [first] = unexplored;
  return first === undefined ? 'it names no property' : `${first.link}: ${first.reason}`;
}

function incompleteText(incomplete: Evidence): string {
  const stopped = incomplete.filter(({ result }) => !result.complete);
  const failed = incomplete.filter(({ result }) => hasFailed(result));
  const bounds = [...new Set(stopped.map(stoppedText))].join(' and ');
  return [
    ...(stopped.length === 0 ? [] : [`${bounds} in ${names(stopped)}`]),
    ...(failed.length === 0 ? [] : [`the model fails, and cuts runs short, in ${names(failed)}`]),
  ].join(', and ');
}

function stoppedText({ cell, result }: Evidence[number]): string {
  const { maxStates, maxMegabytes } = cell.bounds;
  switch (result.stoppedBy) {
    case 'memory':
      return `the search stopped at ${maxMegabytes} MiB`;
    case 'buffers':
      return `a store may have waited for room in a buffer of ${result.buffers} stores`;
    default:
      return `the search stopped at ${maxStates} states`;
  }
}

function linkText({ property, memoryModel }: Asked): string {
  return memoryModel === 'sc' ? property : `${property} @${memoryModel}`;
}

function names(evidence: Evidence): string {
  return evidence.map(({ cell }) => scenarioName(cell)).join(', ');
}

function scenarios(evidence: Evidence): string {
  const { size } = new Set(evidence.map(({ cell }) => cell.scenario));
  return size === 1 ? 'the scenario that was explored' : `any of ${size} scenarios`;
}
