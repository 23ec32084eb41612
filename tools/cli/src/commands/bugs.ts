/** `quiesce bugs`: the catalogue of known bugs, and whether the model finds them. */
import type { Command } from 'commander';
import type { BugsRequest } from '../bugs.js';
import type { Action } from '../run.js';
import type { World } from '../world.js';

type Options = Omit<BugsRequest, 'ids' | 'useCache'> & { readonly cache: boolean };

export function addBugs(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('bugs')
    .description('list the known bugs: which are found, by which property, and after how many steps')
    .argument('[id...]', 'bugs (default: all of the project)')
    .option('--json', 'print the report as JSON, as check does, without clauses')
    .option('--all-traces', 'also show the runs')
    .option('--traces <folder>', 'also write the runs as trace files')
    .option('--no-cache', 'do not use results of earlier runs, and keep none')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .action((ids: string[], { cache, ...options }: Options) =>
      choose(async () => {
        const { bugs } = await import('../bugs.js');
        return bugs({ ...options, ids, useCache: cache }, world);
      }),
    );
}
