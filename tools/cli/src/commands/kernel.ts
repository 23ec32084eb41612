/** `quiesce kernel`: the patch series, applied, built, booted and tested. */
import type { Accelerator } from '@quiesce/kernel';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { KernelRequest } from '../kernel/kernel-request.js';
import type { Action, ExitCode } from '../run.js';
import type { World } from '../world.js';

type Options = Omit<KernelRequest, 'series'>;
type Run = (request: KernelRequest, world: World) => Promise<ExitCode>;

// Not the list of the room itself: no command should wait for schemas that it does not need.
const accelerators: readonly Accelerator[] = ['tcg', 'kvm'];

const about = `
Everything that is made stands in one folder, and what is done is not done again: a run that was killed goes on where it was.
The tree without a patch is called pristine.`;

export function addKernel(program: Command, world: World, choose: (action: Action) => void): void {
  const kernel = program
    .command('kernel')
    .description('apply the patch series to the kernel, build, boot and test them')
    .addHelpText('after', about);
  const add = (name: string, description: string, load: () => Promise<Run>): Command =>
    withOptions(kernel.command(name).description(description))
      .argument('[series...]', 'ids of series (default: all)')
      .action((series: string[], options: Options) =>
        choose(async () => (await load())({ ...options, series }, world)),
      );
  add(
    'fetch',
    'get the tree that the series are for',
    async () => (await import('../kernel/kernel-fetch.js')).kernelFetch,
  );
  add(
    'apply',
    'apply series with git am, and build nothing',
    async () => (await import('../kernel/kernel-apply.js')).kernelApply,
  );
  add(
    'build',
    'apply series and build them',
    async () => (await import('../kernel/kernel-build.js')).kernelBuild,
  );
  add('check', 'hold each patch to what a maintainer asks of it, and print TAP', async () => {
    return (await import('../kernel/kernel-check.js')).kernelCheck;
  });
  guestOptions(
    add(
      'boot',
      'boot one series, and run commands in it',
      async () => (await import('../kernel/kernel-boot.js')).kernelBoot,
    ),
  )
    .option(
      '-c, --command <command>',
      'run this in the guest; can be repeated (default: those of the project)',
      collect,
    )
    .option('--shell', 'give the terminal to a shell in the guest, from the busybox of this machine')
    .option('--console', "print the kernel's console instead of what the commands print");
  guestOptions(
    add(
      'test',
      'boot series, run the selftests in them, and print TAP',
      async () => (await import('../kernel/kernel-test.js')).kernelTest,
    ),
  );
  add(
    'bench',
    'count and time what each option costs a traced system call',
    async () => (await import('../kernel/bench/kernel-bench.js')).kernelBench,
  )
    .addOption(
      new Option('--accel <how>', 'what times are taken on; counting is emulated')
        .choices([...accelerators, 'both', 'none'])
        .default('tcg'),
    )
    .option('--rfc <number>', 'only options of this RFC; --write leaves the others as they are', wholeNumber)
    .option('--quick', 'one processor, a private engine, two rounds')
    .option('--user', 'only the fast paths in user space, on this processor')
    .option('--markdown', 'print the tables as Markdown')
    .option('--write', 'write the report to the file that quiesce.json calls costs')
    .option('--timeout <seconds>', 'end a guest that takes longer', wholeNumber);
}

function withOptions(command: Command): Command {
  return command
    .option('--under <config>', 'only this configuration of kernel.json; can be repeated', collect, [])
    .option(
      '--work <folder>',
      'where everything is made (default: quiesce/kernel/TREE in the cache of the user)',
    )
    .option('-j, --jobs <number>', 'how many jobs make runs at once (default: one a processor)', wholeNumber)
    .option('--dry-run', 'print the commands that would be run')
    .option('--json', 'print the result as JSON')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json');
}

function guestOptions(command: Command): Command {
  return command
    .addOption(new Option('--accel <how>', 'how QEMU runs the guest').choices(accelerators).default('tcg'))
    .option('--timeout <seconds>', 'end a guest that takes longer', wholeNumber);
}

function wholeNumber(text: string): number {
  if (!/^[1-9][0-9]{0,5}$/.test(text))
    throw new InvalidArgumentError('Expected a whole number from 1 to 999999.');
  return Number(text);
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
