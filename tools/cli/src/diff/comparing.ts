/** Where the work of comparing is done: cells in, results out, through the cache and the threads. */
import {
  type ComparedCell,
  type ComparedResult,
  comparedKey,
  foundationKey,
  type ModelWithOld,
  type WantedRun,
  type WitnessResult,
  witnessKey,
} from '@quiesce/conformance';
import { cacheIn, noCache } from '../cache.js';
import type { Project } from '../project.js';
import { statusLine } from '../work/progress.js';
import { runTasks } from '../work/run-tasks.js';
import type { Task } from '../work/task.js';
import type { World } from '../world.js';

export interface Comparing {
  readonly compare: (cells: readonly ComparedCell[]) => Promise<ReadonlyMap<ComparedCell, ComparedResult>>;
  readonly tell: (runs: readonly WantedRun[]) => Promise<ReadonlyMap<WantedRun, WitnessResult>>;
  /** When the work is done. */
  readonly close: () => void;
}

/** More than a few clauses of a large model have. */
const many = 1000;

export function openComparing(
  { program, files }: Pick<ModelWithOld, 'program' | 'files'>,
  useCache: boolean,
  project: Project,
  world: World,
): Comparing {
  const entry = program.entry.path;
  const foundation = foundationKey({ checker: world.toolVersion(), entry, sources: files });
  const maxNodes = project.config.defaults.maxStoryNodes;
  const cache = useCache ? cacheIn(project.root, world.disk, 'comparisons') : noCache;
  const work = async (what: string, tasks: readonly Task[]) => {
    const progress = statusLine(what, world);
    const done = await runTasks(tasks, { world, program, entry, files, cache, progress });
    for (const note of cache.takeNotes()) await world.stderr.write(`quiesce: note: ${note}\n`);
    return done;
  };
  return {
    compare: async (cells) => {
      const started = world.now();
      if (cells.length > many)
        await world.stderr.write(
          `quiesce: ${cells.length} comparisons, which may take minutes; each is kept, and --no-model makes none\n`,
        );
      const tasks = cells.map(
        (cell): Task => ({ kind: 'compare', key: comparedKey(foundation, cell), cell }),
      );
      const { results, fromCache } = await work('Comparison', tasks);
      const seconds = ((world.now() - started) / 1000).toFixed(1);
      const rest = cells.length - fromCache;
      const explored = rest === 0 ? '' : `, ${rest} explored in ${seconds} s`;
      await world.stderr.write(
        `quiesce: ${fromCache} of ${cells.length} comparisons from cache${explored}\n`,
      );
      return new Map(cells.map((cell, index) => [cell, results[index] as ComparedResult]));
    },
    tell: async (runs) => {
      const tasks = runs.map(({ cell, side }): Task => {
        const key = witnessKey(foundation, cell, side, maxNodes);
        return { kind: 'witness', key, cell, side, maxNodes };
      });
      const { results } = await work('Run', tasks);
      return new Map(runs.map((run, index) => [run, results[index] as WitnessResult]));
    },
    close: cache.close,
  };
}
