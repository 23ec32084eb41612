/** `quiesce diff`: what became of clauses and prose between two revisions of an RFC. */
import type { Command } from 'commander';
import type { DiffRequest } from '../diff/diff.js';
import type { Action } from '../run.js';
import type { World } from '../world.js';

interface Options extends Omit<DiffRequest, 'before' | 'after' | 'useCache' | 'useModel'> {
  readonly cache: boolean;
  readonly model: boolean;
}

const forms = `
OLD and NEW are each one of
  v2, 0001@v2       what was sent as revision 2 (of RFC 1): a snapshot in the folder revisions
  HEAD~3, 1@main    a revision of git (of RFC 1): the RFC is found there by its number
  main:rfc/0001-a.md, ../old/0001-a.md    a file in git, or on disk`;

export function addDiff(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('diff')
    .description('show what became of the clauses and the prose of RFCs between two revisions')
    .argument('<old>', 'the earlier revision: a file, a snapshot or a revision of git')
    .argument('[new]', 'the later one (default: the work tree)')
    .option('--rfc <number>', 'only this RFC')
    .option(
      '--weakened',
      'only clauses in which users lose something, or may; exits with 1 if there are some',
    )
    .option('--clauses', 'only clauses')
    .option('--prose', 'only prose')
    .option('--no-model', 'compare by the text alone, and explore nothing')
    .option('--whole', 'compare in all options of the model, not in its core alone')
    .option('--no-cache', 'neither use nor keep results of earlier runs')
    .option('--json', 'print the difference as JSON')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .addHelpText('after', forms)
    .action((before: string, after: string | undefined, { cache, model, ...options }: Options) =>
      choose(async () => {
        const { diff } = await import('../diff/diff.js');
        const sides = { before, ...(after === undefined ? {} : { after }) };
        return diff({ ...options, ...sides, useCache: cache, useModel: model }, world);
      }),
    );
}
