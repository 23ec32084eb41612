/** Searches the story of one finding of a cell, replays it, and writes it down as a table and as a trace file. */
import {
  checkLiveness,
  columnTable,
  findStory,
  itfText,
  type MonitorNode,
  type Program,
  replay,
  type StoryFound,
  type System,
  traceOf,
} from '@quiesce/checker';
import type { Cell } from './cell.js';
import type { StoryResult } from './cell-result.js';
import type { CellBroken } from './explore-cell.js';
import { originOf } from './origin.js';
import { type StoryTarget, targetIn } from './story-target.js';
import { watchedBy } from './watched-by.js';

export function tellStory(
  program: Program,
  cell: Cell,
  target: StoryTarget,
  maxNodes: number,
): StoryResult | CellBroken {
  // The search is far smaller with those properties alone that matter.
  let properties = target.kind === 'signal' ? [target.property] : cell.properties;
  let compiled = watchedBy(program, cell, properties);
  if (compiled.ok && target.kind === 'deadlock') {
    properties = judgesOfEnds(compiled.system);
    compiled = watchedBy(program, cell, properties);
  }
  if (!compiled.ok) return { kind: 'broken', diagnostics: compiled.diagnostics };
  const { system } = compiled;
  const found = storyOf(system, target, maxNodes);
  if (found.kind === 'none') return { kind: 'no-story', complete: found.complete };
  const { story, fewest } = found;
  const run = replay(system, story);
  return {
    kind: 'story',
    switches: story.switches,
    steps: story.moves.length,
    fewest,
    table: columnTable(run),
    trace: itfText(traceOf(run, originOf(cell, properties, program.entry.path))),
  };
}

/** A liveness property is violated by a run that goes on for ever, if not by what its handlers say. */
function storyOf(
  system: System,
  target: StoryTarget,
  maxNodes: number,
): Pick<StoryFound & { readonly kind: 'found' }, 'kind' | 'story' | 'fewest'> | StoryFound {
  const asked = targetIn(system, target);
  if (asked.kind === 'signal' && asked.signal === 'violated') {
    const isLiveness = system.properties[asked.property]?.kind === 'liveness';
    const found = isLiveness ? checkLiveness(system, asked.property, { maxStates: maxNodes }) : null;
    const isEnd =
      found?.kind === 'violated' &&
      found.story.target.kind === 'liveness' &&
      found.story.target.loop === null;
    // A run that ends is told best by the search for few switches, if its end alone tells that the goal is not reached.
    const told = isEnd ? findStory(system, asked, { maxNodes }) : null;
    if (told?.kind === 'found') return told;
    if (found?.kind === 'violated') return { kind: 'found', story: found.story, fewest: false };
    if (found?.kind === 'unknown') return { kind: 'none', complete: false, states: found.states };
  }
  return findStory(system, asked, { maxNodes });
}

/** The properties that may say of a state without steps that a promise is broken. */
function judgesOfEnds({ properties, atEnd }: System): readonly string[] {
  const judges = new Set(atEnd.filter(({ node }) => canViolate(node)).map(({ property }) => property));
  return properties.filter((_, index) => judges.has(index)).map(({ id }) => id);
}

function canViolate(node: MonitorNode): boolean {
  return node.kind === 'test'
    ? node.branches.some((branch) => canViolate(branch.node))
    : node.signals.some(({ kind }) => kind === 'violated');
}
