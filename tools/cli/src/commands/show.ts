/** `quiesce show`: all that is known of a clause. */
import type { Command } from 'commander';
import type { Action } from '../run.js';
import type { ShowRequest } from '../show/show.js';
import type { World } from '../world.js';

interface Options extends Omit<ShowRequest, 'words' | 'allTraces'> {
  readonly trace?: boolean;
}

export function addShow(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('show')
    .description('show a clause with its verdicts, links, objections and history, as of the last check')
    .argument(
      '[what...]',
      'ids of clauses, former ids, properties or options; with --short, RFCs by number or path',
    )
    .option('--short', 'the contract view of RFCs instead: ids, verdicts and promises, 72 columns wide')
    .option('--trace', 'also show the runs of options that do not promise the clause, and those of MAY')
    .option('--json', 'print as JSON')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .action((words: string[], { trace, ...options }: Options) =>
      choose(async () => {
        const { show } = await import('../show/show.js');
        return show({ ...options, words, allTraces: trace === true }, world);
      }),
    );
}
