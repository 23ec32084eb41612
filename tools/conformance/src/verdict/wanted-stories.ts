/** Which runs a report has to show, and the shortest of those that show the same. */
import type { SignalKind } from '@quiesce/checker';
import type { Cell } from '../cell/cell.js';
import type { StoryResult } from '../cell/cell-result.js';
import { type StoryTarget, targetName } from '../cell/story-target.js';
import { type Evidence, says } from './evidence.js';
import type { ClauseVerdict } from './judge-clause.js';
import type { JudgedClause, Judgement } from './judgement.js';
import { verdictTable } from './verdict.js';

export interface WantedStory {
  readonly cell: Cell;
  readonly target: StoryTarget;
}

/** By the names that `storyName` gives. */
export type Stories = ReadonlyMap<string, StoryResult>;

export function storyName({ cell, target }: WantedStory): string {
  return `${cell.id} ${targetName(target)}`;
}

/**
 * `promises`: the stories of promises that do not hold, of known deviations and of errors of the model. `each`: also one of
 * every clause and option that some run breaks, and of what permissions are used for, in the smallest cell that has one:
 * quickly found, and not always the shortest. `all`: of these all, to choose the shortest from, and those of mutants.
 */
export type StoryChoice = 'promises' | 'each' | 'all';

/** Each once. */
export function wantedStories(judgement: Judgement, choice: StoryChoice): readonly WantedStory[] {
  const wanted = [
    ...judgement.clauses.flatMap((judged) =>
      judged.verdicts.flatMap((verdict) => {
        if (!shows(verdict, choice !== 'promises')) return [];
        const stories = candidates(judged, verdict);
        return choice === 'each' && !shows(verdict, false) ? smallest(stories, verdict.decidedBy) : stories;
      }),
    ),
    ...judgement.mutants.flatMap(({ mutant, explored, verdict }) =>
      choice === 'all' && verdict === 'found'
        ? [{ cell: explored.cell, target: violation(mutant.caughtBy) }]
        : [],
    ),
    ...judgement.suspects.map(({ explored, target }) => ({ cell: explored.cell, target })),
  ];
  return [...new Map(wanted.map((one) => [storyName(one), one])).values()];
}

/** The one in the cell with the fewest states. */
function smallest(stories: readonly WantedStory[], decidedBy: Evidence): readonly WantedStory[] {
  const states = ({ cell }: WantedStory): number =>
    decidedBy.find((explored) => explored.cell === cell)?.result.states ?? 0;
  return stories.toSorted((a, b) => states(a) - states(b)).slice(0, 1);
}

/** The stories that would show why the verdict is as it is: one for each scenario and property. */
export function candidates(
  { linked }: JudgedClause,
  { verdict, decidedBy }: ClauseVerdict,
): readonly WantedStory[] {
  const signal = signalOf(verdict);
  if (signal === null) return [];
  return decidedBy.flatMap((explored) =>
    linked.asked
      .filter((one) => says(explored, one, signal))
      .map(({ property }) => ({
        cell: explored.cell,
        target: { kind: 'signal', property, signal } as const,
      })),
  );
}

/** The one with the fewest switches, then the fewest steps, then the first. */
export function shortestStory(wanted: readonly WantedStory[], stories: Stories): WantedStory | undefined {
  let best: { readonly one: WantedStory; readonly switches: number; readonly steps: number } | undefined;
  for (const one of wanted) {
    const story = stories.get(storyName(one));
    if (story?.kind !== 'story') continue;
    const { switches, steps } = story;
    if (best === undefined || switches < best.switches || (switches === best.switches && steps < best.steps))
      best = { one, switches, steps };
  }
  return best?.one;
}

export function violation(property: string): StoryTarget {
  return { kind: 'signal', property, signal: 'violated' };
}

function shows({ verdict, promised }: ClauseVerdict, all: boolean): boolean {
  if (signalOf(verdict) === null) return false;
  return all || (promised && (verdict === 'deviates' || verdictTable[verdict].breaksPromise));
}

/** What a run says that shows the verdict; null where no run can. */
function signalOf(verdict: ClauseVerdict['verdict']): SignalKind | null {
  switch (verdict) {
    case 'fails':
    case 'deviates':
      return 'violated';
    case 'witnessed':
    case 'always':
      return 'witnessed';
    case 'holds':
    case 'never-happens':
    case 'vacuous':
    case 'not-complete':
    case 'unchecked':
    case 'not-explored':
      return null;
  }
}
