/** `quiesce check`: the main job. */
import type { Command } from 'commander';
import type { CheckRequest } from '../check/check-request.js';
import type { Action } from '../run.js';
import type { World } from '../world.js';

type Options = Omit<CheckRequest, 'rfcs' | 'useCache'> & { readonly cache: boolean };

export function addCheck(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('check')
    .description('check the clauses of RFCs against the reference model')
    .argument('[rfc...]', 'RFC files (default: all of the project)')
    .option('--json', 'print the report as JSON')
    .option('--junit <file>', 'also write the report as JUnit XML')
    .option('--clause <id>', 'only this clause; can be repeated', collect)
    .option('--option <name>', 'only this design option; can be repeated', collect)
    .option('--scenario <id>', 'only this scenario; can be repeated', collect)
    .option('--core', 'only the options and scenarios that quiesce.json calls the core')
    .option('--reduce', 'leave out steps that come to the same in another order: for large searches')
    .option('--shard <i/n>', 'only part i of n parts of the cells')
    .option('--all-traces', 'also show the runs that break what an option does not promise, and those of MAY')
    .option('--traces <folder>', 'also write the runs that are shown as trace files')
    .option('--no-cache', 'do not use results of earlier runs, and keep none')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .action((rfcs: string[], { cache, ...options }: Options) =>
      choose(async () => {
        const { check } = await import('../check/check.js');
        return check({ ...options, rfcs, useCache: cache }, world);
      }),
    );
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, ...value.split(',').map((name) => name.trim())];
}
