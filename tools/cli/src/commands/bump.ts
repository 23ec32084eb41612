/** `quiesce bump`: keep what was sent, and begin the next revision. */
import type { Command } from 'commander';
import type { BumpRequest } from '../revise/bump.js';
import type { Action } from '../run.js';
import type { World } from '../world.js';

type Options = Omit<BumpRequest, 'rfc'>;

const workflow = `
When a revision was sent, quiesce bump keeps its bytes in the folder revisions, raises the number in the front
matter and begins a section "Changes in vN". quiesce bump --refresh fills it, as often as you like: what you
wrote behind an item, and items of your own, stay.`;

export function addBump(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('bump')
    .description('keep an RFC as it was sent, and begin its next revision')
    .argument('[rfc]', 'its number or its path (default: the only one of the project)')
    .option('--sent <revision>', 'what was sent is what git has at this revision')
    .option('--refresh', 'only write the list of changes anew, from what differs from the last snapshot')
    .option('--dry-run', 'say what would be done')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .addHelpText('after', workflow)
    .action((rfc: string | undefined, options: Options) =>
      choose(async () => {
        const { bump } = await import('../revise/bump.js');
        return bump({ ...options, ...(rfc === undefined ? {} : { rfc }) }, world);
      }),
    );
}
