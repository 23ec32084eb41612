/** The command line: which commands there are, and the one place where failures become messages and exit codes. */
import { ToolError } from '@quiesce/contract';
import { Command, CommanderError } from 'commander';
import { addBarriers } from './commands/barriers.js';
import { addBugs } from './commands/bugs.js';
import { addBump } from './commands/bump.js';
import { addCheck } from './commands/check.js';
import { addCosts } from './commands/costs.js';
import { addDiff } from './commands/diff.js';
import { addExport } from './commands/export.js';
import { addKernel } from './commands/kernel.js';
import { addLint } from './commands/lint.js';
import { addLsp } from './commands/lsp.js';
import { addMail } from './commands/mail.js';
import { addNew } from './commands/new.js';
import { addObjections } from './commands/objections.js';
import { addReplay } from './commands/replay.js';
import { addSchema } from './commands/schema.js';
import { addServe } from './commands/serve.js';
import { addShow } from './commands/show.js';
import { addSite } from './commands/site.js';
import { addTrace } from './commands/trace.js';
import { Refusal } from './refusal.js';
import { diagnosticsText } from './show-diagnostics.js';
import { version } from './version.js';
import type { World } from './world.js';

/** 0: nothing found. 1: findings. 2: could not run. */
export type ExitCode = 0 | 1 | 2;

/** A command, when its arguments are read. */
export type Action = () => Promise<ExitCode>;

/** Runs one command. `words` are the arguments without the program's name. */
export async function run(words: readonly string[], world: World): Promise<ExitCode> {
  try {
    const action = await readArguments(words, world);
    return action === undefined ? 0 : await action();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof ToolError)) throw error;
    await world.stderr.write(failureText(error, world));
    return 2;
  }
}

function failureText(error: ToolError, world: World): string {
  if (error instanceof Refusal) return diagnosticsText(error.diagnostics, error.root, world.stderr, world);
  const hint = error.hint === undefined ? '' : `quiesce: hint: ${error.hint}\n`;
  return `quiesce: error: ${error.message}\n${hint}`;
}

async function readArguments(words: readonly string[], world: World): Promise<Action | undefined> {
  let chosen: Action | undefined;
  const choose = (action: Action): void => {
    chosen = action;
  };
  const writing: Promise<void>[] = [];
  const program = new Command('quiesce')
    .description('Proves or refutes the promises of an RFC on every run of a reference model.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => writing.push(world.stdout.write(text)),
      writeErr: (text) => writing.push(world.stderr.write(text)),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
    .exitOverride()
    .addHelpText('after', '\nExit code: 0 nothing found, 1 findings, 2 could not run.');
  for (const add of [
    addCheck,
    addBugs,
    addBump,
    addBarriers,
    addCosts,
    addDiff,
    addExport,
    addKernel,
    addLint,
    addLsp,
    addNew,
    addObjections,
    addMail,
    addReplay,
    addSchema,
    addServe,
    addShow,
    addSite,
    addTrace,
  ])
    add(program, world, choose);
  try {
    program.parse(words, { from: 'user' });
  } finally {
    await Promise.all(writing);
  }
  return chosen;
}
