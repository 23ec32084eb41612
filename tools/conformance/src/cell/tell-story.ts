/** Searches the story of one finding of a cell, replays it, and writes it down as a table and as a trace file. */
import {
  columnTable,
  compileScenario,
  findStory,
  itfText,
  type Program,
  type Run,
  replay,
  signalsIn,
  traceOf,
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
  // A property that does not watch adds nothing to the state, so the search for a violation is far smaller alone.
  const properties = target.kind === 'signal' ? [target.property] : cell.properties;
  const compiled = compileScenario(program, cell.subject, cell.sizes, properties);
  if (!compiled.ok) return { kind: 'broken', diagnostics: compiled.diagnostics };
  const { system } = compiled;
  const found = findStory(system, targetIn(system, target), { maxNodes });
  if (found.kind === 'none') return { kind: 'no-story', complete: found.complete };
  const { story, fewest } = found;
  const run = replay(system, story);
  return {
    kind: 'story',
    switches: story.switches,
    steps: story.moves.length,
    fewest,
    spoken: spokenAtEnd(run),
    table: columnTable(run),
    trace: itfText(traceOf(run, originOf(cell, properties))),
  };
}

/** The properties that say of the last state, as an end, that they are broken or that what they permit has happened. */
function spokenAtEnd({ system, states }: Run): readonly string[] {
  const told = signalsIn(system.atEnd, states.at(-1)!);
  const speaking = told.filter(({ kind }) => kind === 'violated' || kind === 'witnessed');
  return [...new Set(speaking.map(({ property }) => system.properties[property]!.id))];
}
