/** `quiesce lint`: what is wrong with the text of RFCs. */
import { type Command, Option } from 'commander';
import type { LintRequest } from '../lint/lint-request.js';
import type { Action } from '../run.js';
import type { World } from '../world.js';

type Options = Omit<LintRequest, 'files'>;

const modes = `
Modes
  draft    what cannot be read or contradicts itself
  review   also what a reviewer would ask
  send     also what mail would lose, and what a list expects

A comment before a block allows one rule in it, with the reason:
  <!-- quiesce allow mail/long-line: the table is from the kernel log -->`;

export function addLint(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('lint')
    .description('say what is wrong with the text of RFCs, and mend it')
    .argument('[file...]', 'files, or - for standard input (default: all RFCs of the project)')
    .addOption(
      new Option('--mode <mode>', 'how strict (default: draft for drafts, else review)').choices([
        'draft',
        'review',
        'send',
      ]),
    )
    .option('--fix', 'make the fixes that leave the meaning of every clause as it is')
    .option('--fix-dry-run', 'show as a diff what --fix would change, and change nothing')
    .option('--unsafe', 'with --fix: also fixes that guess what was meant')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['text', 'json', 'unix', 'sarif'])
        .default('text'),
    )
    .option('--rule <rule>', 'only this rule, or all that begin with it: mail; can be repeated', collect)
    .option('--list-rules', 'print the rules, and how severe each is in which mode')
    .option('--no-model', 'do not compare with the model, the patches and the tests of the project')
    .option('--max-warnings <number>', 'exit with 1 if there are more warnings')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .addHelpText('after', modes)
    .action((files: string[], options: Options) =>
      choose(async () => {
        const { lint } = await import('../lint/lint.js');
        return lint({ ...options, files }, world);
      }),
    );
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, ...value.split(',').map((name) => name.trim())];
}
