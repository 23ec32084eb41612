/** `quiesce lsp`: a language server for RFCs, for whoever writes them in an editor. */
import type { Command } from 'commander';
import type { Action } from '../run.js';
import type { World } from '../world.js';

export function addLsp(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('lsp')
    .description('serve an editor: findings, fixes, hover, definitions, references, completion, rename')
    .requiredOption('--stdio', 'speak the language server protocol over standard input and output')
    // Editors that start servers by a library of their own add it.
    .addOption(program.createOption('--clientProcessId <number>').hideHelp())
    .action(() =>
      choose(async () => {
        const { serve } = await import('../lsp/serve.js');
        return serve(process.stdin, process.stdout, world);
      }),
    );
}
