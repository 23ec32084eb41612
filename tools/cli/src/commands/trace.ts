/** `quiesce trace`: what clauses are linked to. */
import type { Command } from 'commander';
import type { Action } from '../run.js';
import type { TraceRequest } from '../trace/trace.js';
import type { World } from '../world.js';

type Options = Omit<TraceRequest, 'words'>;

const examples = `
What is asked for may be a clause, a property, a patch (file, subject or Message-ID), a function that patches change, a test,
or a thread (Message-ID). Confirming says that somebody has compared both ends of a link; it becomes stale when the clause
changes. What was confirmed is kept in links.sum beside the RFCs.

  quiesce trace                            all clauses
  quiesce trace close.no-job-after         one of them, with every place
  quiesce trace patches/0002-wait.patch    the clauses that a patch names
  quiesce trace queue_close()              those that its changes are about
  quiesce trace --stale                    exits with 1 if something is stale
  quiesce trace --confirm close.price      its links were compared with it`;

export function addTrace(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('trace')
    .description('show which properties, patches, tests and threads a clause is linked to, and back')
    .argument('[what...]', 'clauses, or what they are linked to (default: all)')
    .option('--backward', 'list what clauses are linked to, each with its clauses')
    .option(
      '--stale',
      'only clauses that have changed since a link was confirmed; exits with 1 if there are some',
    )
    .option(
      '--unlinked',
      'only clauses without a property, a patch or a test; exits with 1 if there are some',
    )
    .option('--confirm', 'record that both ends of the links of what is named were compared')
    .option('--all', 'with --confirm: of all links there are')
    .option('--json', 'print as JSON')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .addHelpText('after', examples)
    .action((words: string[], options: Options) =>
      choose(async () => {
        const { trace } = await import('../trace/trace.js');
        return trace({ ...options, words }, world);
      }),
    );
}
