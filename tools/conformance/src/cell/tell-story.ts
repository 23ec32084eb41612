/** Searches the story of one finding of a cell, replays it, and writes it down as a table and as a trace file. */
import {
  columnTable,
  compileScenario,
  findStory,
  itfText,
  type MonitorNode,
  type Program,
  replay,
  type System,
  traceOf,
  underMemoryModel,
} from '@quiesce/checker';
import type { Cell } from './cell.js';
import type { StoryResult } from './cell-result.js';
import type { CellBroken } from './explore-cell.js';
import { originOf } from './origin.js';
import { type StoryTarget, targetIn } from './story-target.js';

export function tellStory(
  program: Program,
  cell: Cell,
  target: StoryTarget,
  maxNodes: number,
): StoryResult | CellBroken {
  const { subject, sizes } = cell;
  // A property that does not watch adds nothing to the state, so the search is far smaller with those alone that matter.
  let properties = target.kind === 'signal' ? [target.property] : cell.properties;
  let compiled = compileScenario(program, subject, sizes, properties);
  if (compiled.ok && target.kind === 'deadlock') {
    properties = judgesOfEnds(compiled.system);
    compiled = compileScenario(program, subject, sizes, properties);
  }
  if (!compiled.ok) return { kind: 'broken', diagnostics: compiled.diagnostics };
  const { system } = underMemoryModel(compiled.system, cell.memoryModel);
  const found = findStory(system, targetIn(system, target), { maxNodes });
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
