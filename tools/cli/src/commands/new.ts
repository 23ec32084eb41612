/** `quiesce new`: begin an RFC. */
import type { Command } from 'commander';
import type { NewRequest } from '../revise/new.js';
import type { Action } from '../run.js';
import type { World } from '../world.js';

type Options = Omit<NewRequest, 'title'>;

export function addNew(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('new')
    .description('begin an RFC: write its file, with a front matter and a first clause')
    .argument('<title>', 'its title, in quotes')
    .option('--number <n>', 'its number (default: the next one that is free)')
    .option('--options <names>', 'the design options, between commas (default: those of the last RFC)')
    .option('--author <name>', 'who answers for it (default: user.name of git); can be repeated', collect)
    .option('--list <address>', 'a mailing list to which it goes; can be repeated', collect)
    .option('--init', 'begin a project here: also write quiesce.json')
    .option('--dry-run', 'print the files instead of writing them')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .action((title: string, options: Options) =>
      choose(async () => {
        const { newRfc } = await import('../revise/new.js');
        return newRfc({ ...options, title }, world);
      }),
    );
}

/** One value each: an option that took all words up to the next one would take the title too. */
function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
