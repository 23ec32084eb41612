/** `quiesce kernel boot`: boots one series and runs commands in it, or gives a shell. */
import { join } from 'node:path';
import { ToolError } from '@quiesce/contract';
import { endingText } from '@quiesce/kernel';
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { buildSeries } from './build-series.js';
import { combinations } from './each-build.js';
import { guestSettings } from './guest-settings.js';
import { readKernelProject } from './kernel-project.js';
import type { KernelRequest } from './kernel-request.js';
import { filesOf, type GuestAnswer, openShell, runGuest } from './run-guest.js';
import { openShop } from './shop.js';
import { quotedLines } from './step-error.js';

export interface BootRequest extends KernelRequest {
  /** Run in the guest one after the other; none: those of the project. */
  readonly command?: readonly string[];
  /** Print the kernel's console instead of what the commands print. */
  readonly console?: boolean;
  /** Give the terminal to a shell. */
  readonly shell?: boolean;
}

export async function kernelBoot(request: BootRequest, world: World): Promise<ExitCode> {
  const shop = openShop(readKernelProject(world, request.config), request, world);
  const [one, ...more] = combinations(shop, request);
  if (one === undefined || more.some(({ id }) => id !== one.id))
    throw new ToolError('Unexpected number of series, expected one: quiesce kernel boot SERIES');
  const { id, config } = one;
  const { guest } = shop.project.kernel;
  if (request.shell === true && !world.stdout.isTerminal && !shop.isDryRun)
    throw new ToolError('Cannot open a shell: standard output is no terminal', {
      hint: 'Run commands with --command instead.',
    });
  const commands = request.command ?? guest.commands ?? [];
  const built = await buildSeries(shop, id, config);
  await shop.steps.begin('BOOT', `${id} ${config}`);
  const machine = {
    ...guestSettings(shop, config, commands.length),
    image: built.image,
    files: filesOf(built),
    folder: join(shop.work.root, 'guest', id, `${config}-boot`),
    what: `boot ${id} under ${config}`,
  };
  if (request.shell === true) {
    await openShell(shop, machine);
    return 0;
  }
  const answer = await runGuest(shop, { ...machine, commands });
  if (shop.isDryRun) return 0;
  await world.stdout.write(shownText(answer, request));
  await tellTrouble(answer, world);
  return isClean(answer) ? 0 : 1;
}

function shownText({ console, results }: GuestAnswer, request: BootRequest): string {
  if (request.json === true) {
    const report = { format: 'quiesce-kernel-boot', version: 1, ...results };
    return `${JSON.stringify(report, null, 2)}\n`;
  }
  if (request.console === true) return console.replaceAll('\r', '');
  return results.commands
    .map(
      ({ command, output }) =>
        `$ ${command}\n${output === '' || output.endsWith('\n') ? output : `${output}\n`}`,
    )
    .join('');
}

function isClean({ end, results }: GuestAnswer): boolean {
  const isDone = end.kind === 'powered-off' && results.isComplete;
  return isDone && results.commands.every(({ ending }) => ending.kind === 'exit' && ending.status === 0);
}

async function tellTrouble(answer: GuestAnswer, { stderr }: World): Promise<void> {
  const { end, results, findings, console, consolePath } = answer;
  for (const { command, ending } of results.commands)
    if (ending.kind !== 'exit' || ending.status !== 0)
      await stderr.write(`quiesce: ${command}: ${endingText(ending)}\n`);
  for (const { kind, title, line } of findings)
    await stderr.write(`quiesce: the kernel complains in line ${line} of its console (${kind}): ${title}\n`);
  if (end.kind === 'powered-off' && results.isComplete) return;
  const why =
    end.kind === 'timeout'
      ? `it was stopped after ${end.seconds} seconds`
      : 'it ended before its commands did';
  await stderr.write(
    `quiesce: error: The guest did not come to its end: ${why}${quotedLines(console.split(/\r*\n/))}\nquiesce: hint: The whole log is ${consolePath}\n`,
  );
}
