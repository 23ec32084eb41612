/** `quiesce objections`: what reviewers hold against RFCs. */
import type { Command } from 'commander';
import type { Action } from '../run.js';
import type { ObjectionsRequest } from '../show/objections.js';
import type { World } from '../world.js';

type Options = Omit<ObjectionsRequest, 'rfcs'>;

export function addObjections(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('objections')
    .description('list the objections against RFCs, the open ones first')
    .argument('[rfc...]', 'RFCs by number or path (default: those in force)')
    .option('--open', 'only open ones; exits with 1 if there are some')
    .option('--state <state>', 'only those in this state; can be repeated', collect)
    .option('--clause <id>', 'only those against this clause; can be repeated', collect)
    .option('--json', 'print as JSON')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .action((rfcs: string[], options: Options) =>
      choose(async () => {
        const { objections } = await import('../show/objections.js');
        return objections({ ...options, rfcs }, world);
      }),
    );
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, ...value.split(',').map((name) => name.trim())];
}
