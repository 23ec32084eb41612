/** `quiesce mail`: an RFC with what a check says of it, as the text of a mail. */
import type { Command } from 'commander';
import type { MailRequest } from '../mail/mail.js';
import type { Action } from '../run.js';
import type { World } from '../world.js';

type Options = Omit<MailRequest, 'rfc' | 'useCache'> & { readonly cache: boolean };

export function addMail(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('mail')
    .description('print an RFC and its matrix as plain text for a mail, tried with git mailinfo')
    .argument('[rfc]', 'number or path of an RFC (default: the only one in force)')
    .option(
      '-o, --output <file>',
      'write the text to this file, in folders that are made, instead of standard output',
    )
    .option('--map <file>', 'also write where each line of the text comes from, as JSON')
    .option('--clause <id>', 'only this clause, with all its runs; can be repeated', collect)
    .option('--runs <id>', 'also show the runs of this clause under all options; can be repeated', collect)
    .option('--with <what>', 'only some of: matrix, counterexamples', collect)
    .option('--no-check', 'the text alone')
    .option('--report <file>', 'take the result of quiesce check --json instead of a new check')
    .option('--core', 'check only what quiesce.json calls the core')
    .option('--all-traces', 'the same for all clauses: there are many')
    .option('--no-cache', 'do not use results of earlier runs, and keep none')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .action((rfc: string | undefined, { cache, ...options }: Options) =>
      choose(async () => {
        const { mail } = await import('../mail/mail.js');
        return mail({ ...options, ...(rfc === undefined ? {} : { rfc }), useCache: cache }, world);
      }),
    );
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, ...value.split(',').map((name) => name.trim())];
}
