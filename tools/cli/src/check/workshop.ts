/** Where the long work of a check is done: tasks with their keys in, evidence and stories out. */
import {
  type Cell,
  type CellResult,
  cellKey,
  type Evidence,
  foundationKey,
  type Judgement,
  type Stories,
  type StoryChoice,
  type StoryResult,
  storyKey,
  storyName,
  wantedStories,
} from '@quiesce/conformance';
import { byPlace, type Diagnostic } from '@quiesce/contract';
import { cacheIn, noCache } from '../cache.js';
import type { Part } from '../parts.js';
import type { Project } from '../project.js';
import { Refusal } from '../refusal.js';
import { statusLine } from '../work/progress.js';
import { runTasks } from '../work/run-tasks.js';
import type { Task, TaskResult } from '../work/task.js';
import type { World } from '../world.js';

export interface Workshop {
  readonly explore: (cells: readonly Cell[]) => Promise<Evidence>;
  readonly tellStories: (judgement: Judgement, choice: StoryChoice, maxNodes: number) => Promise<Stories>;
  /** When the work is done. */
  readonly close: () => void;
}

export function openWorkshop(project: Project, part: Part, useCache: boolean, world: World): Workshop {
  const { root } = project;
  const { label, model } = part;
  const foundation = foundationKey({
    checker: world.toolVersion(),
    entry: model.entry,
    sources: model.files,
  });
  const head = label === undefined ? 'quiesce' : `quiesce: ${label}`;
  const say = (text: string): Promise<void> => world.stderr.write(`${head}: ${text}\n`);
  const cache = useCache ? cacheIn(root, world.disk) : noCache;
  const sayNotes = async (): Promise<void> => {
    for (const note of cache.takeNotes()) await say(`note: ${note}`);
  };
  const work = async (what: string, tasks: readonly Task[]) => {
    const { program, entry, files } = model;
    const progress = statusLine(what, world);
    return runTasks(tasks, { world, program, entry, files, cache, progress });
  };

  return {
    explore: async (cells) => {
      const started = world.now();
      const tasks = cells.map((cell): Task => ({ kind: 'explore', key: cellKey(foundation, cell), cell }));
      const { results, fromCache } = await work('Cell', tasks);
      refuseBroken(results, root);
      await sayNotes();
      const seconds = ((world.now() - started) / 1000).toFixed(1);
      const rest = cells.length - fromCache;
      const explored = rest === 0 ? '' : `, ${rest} explored in ${seconds} s`;
      await say(`${fromCache} of ${cells.length} cells from cache${explored}`);
      return cells.map((cell, index) => ({ cell, result: results[index] as CellResult }));
    },
    tellStories: async (judgement, choice, maxNodes) => {
      const wanted = wantedStories(judgement, choice);
      const tasks = wanted.map(({ cell, target }): Task => {
        const key = storyKey(cellKey(foundation, cell), target, maxNodes);
        return { kind: 'story', key, cell, target, maxNodes };
      });
      const { results } = await work('Run', tasks);
      refuseBroken(results, root);
      await sayNotes();
      return new Map(wanted.map((one, index) => [storyName(one), results[index] as StoryResult]));
    },
    close: cache.close,
  };
}

/** A model may load, and still not compile for one of its cells. Each finding is told once. */
function refuseBroken(results: readonly TaskResult[], root: string): void {
  const all = results.flatMap((result) => (result.kind === 'broken' ? result.diagnostics : []));
  if (all.length === 0) return;
  const name = ({ code, place, message }: Diagnostic): string =>
    [code, place.file, place.line, place.column, message].join(' ');
  const once = [...new Map(all.map((one) => [name(one), one])).values()];
  throw new Refusal(once.sort(byPlace), root);
}
