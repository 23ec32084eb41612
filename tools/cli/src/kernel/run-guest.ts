/**
 * Boots a kernel in QEMU with an initramfs that has the init of tools/kernel/guest and whatever files are given, lets it run
 * commands, and reads what came of them.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { ToolError } from '@quiesce/contract';
import {
  type Accelerator,
  type ArchiveEntry,
  type Finding,
  type GuestEnd,
  type GuestResults,
  newcArchive,
  qemuCommand,
  readKernelLog,
  readResults,
} from '@quiesce/kernel';
import type { Built } from './build-series.js';
import { findProgram } from './needed-programs.js';
import { commandText, needPrograms, runLogged, runStep, type Shop } from './shop.js';
import { quotedLines } from './step-error.js';

export interface GuestRequest {
  /** A bzImage. */
  readonly image: string;
  /** Files of the guest: its path, without `/` in front, and where its bytes are read. All of them may be run. */
  readonly files: readonly { readonly path: string; readonly from: string }[];
  readonly commands: readonly string[];
  /** For each command. */
  readonly limitSeconds: number;
  readonly processors: number;
  readonly memoryMb: number;
  readonly accelerator: Accelerator;
  /** Words for the command line of the kernel. */
  readonly append: string;
  /** Words for QEMU, such as `-plugin`. */
  readonly more: readonly string[];
  /** For all of it. */
  readonly timeoutMs: number;
  /** Where its initramfs and its logs are put; what is there is overwritten. */
  readonly folder: string;
  /** What could not be done if QEMU cannot be started: `boot utrace under plain`. */
  readonly what: string;
  /** Gets the lines of the console while it runs. */
  readonly onConsole?: (line: string) => void;
}

export interface GuestAnswer {
  readonly end: GuestEnd;
  readonly results: GuestResults;
  readonly findings: readonly Finding[];
  /** The console as it was printed. */
  readonly console: string;
  readonly consolePath: string;
  readonly resultsPath: string;
  /** Of QEMU itself: what it and its plugins printed. */
  readonly talk: readonly string[];
}

/** With `--dry-run` it prints the command, and gives an empty answer. */
export async function runGuest(shop: Shop, request: GuestRequest): Promise<GuestAnswer> {
  const { world } = shop;
  const { disk } = world;
  const { folder } = request;
  needPrograms(shop, ['qemu-system-x86_64', 'gcc']);
  const init = await compileInit(shop);
  const paths = {
    console: join(folder, 'console.log'),
    results: join(folder, 'results.log'),
    initramfs: join(folder, 'initramfs.cpio'),
  };
  const { program, words } = qemuCommand({
    ...request,
    kernel: request.image,
    initramfs: paths.initramfs,
    ports: paths,
  });
  if (shop.isDryRun) {
    await world.stdout.write(`${commandText({ program, words, folder: shop.work.root })}\n`);
    return { ...nothing, consolePath: paths.console, resultsPath: paths.results };
  }
  disk.makeFolder(folder);
  for (const path of [paths.console, paths.results]) disk.remove(path);
  disk.write(paths.initramfs, initramfs(shop, init, request));
  const { lines, end } = await watched(shop, paths.results, () =>
    runLogged(shop, { program, words, folder, log: join(folder, 'qemu.log'), timeoutMs: request.timeoutMs }),
  );
  const console = disk.readIfThere(paths.console) ?? '';
  if (end.kind !== 'timeout' && !(end.kind === 'exit' && end.status === 0) && console === '')
    throw notStarted(request, lines);
  // The first result is that of the line with the limit.
  const { commands, isComplete } = readResults(disk.readIfThere(paths.results) ?? '');
  return {
    end:
      end.kind === 'timeout'
        ? { kind: 'timeout', seconds: request.timeoutMs / 1000 }
        : { kind: 'powered-off' },
    results: { commands: commands.slice(1), isComplete },
    findings: readKernelLog(console),
    console,
    consolePath: paths.console,
    resultsPath: paths.results,
    talk: lines,
  };
}

/** On a terminal, the command that runs is shown while it does. */
async function watched<T>({ steps, world }: Shop, results: string, run: () => Promise<T>): Promise<T> {
  const show = (): void => {
    const marks = (world.disk.readIfThere(results) ?? '').match(/^quiesce: run .*$/gm);
    steps.status(marks?.at(-1)?.replace(/^quiesce: run \d+ /, '') ?? '');
  };
  const timer = world.stderr.isTerminal ? setInterval(show, 1000) : undefined;
  try {
    return await run();
  } finally {
    clearInterval(timer);
    steps.clear();
  }
}

/** Gives the terminal to a shell in the guest, until it is left. */
export async function openShell(
  shop: Shop,
  request: Omit<GuestRequest, 'commands' | 'limitSeconds' | 'timeoutMs' | 'onConsole'>,
): Promise<void> {
  const { world } = shop;
  needPrograms(shop, ['qemu-system-x86_64', 'gcc', 'busybox']);
  const busybox = findProgram('busybox', world) ?? 'busybox';
  const files = [...request.files, { path: 'bin/busybox', from: busybox }];
  const commands = ['/bin/busybox --install -s /bin', '/bin/busybox getty -n -l /bin/sh 0 ttyS0'];
  const init = await compileInit(shop);
  const path = join(request.folder, 'initramfs.cpio');
  const { program, words } = qemuCommand({
    ...request,
    kernel: request.image,
    initramfs: path,
    ports: 'terminal',
  });
  if (shop.isDryRun) {
    await world.stdout.write(`${commandText({ program, words, folder: shop.work.root })}\n`);
    return;
  }
  world.disk.write(path, initramfs(shop, init, { files, commands, limitSeconds: longestLimit }));
  const end = await world.programs({ program, words, folder: request.folder, isInteractive: true });
  if (end.kind !== 'exit' || end.status !== 0) throw notStarted(request, []);
}

/** The most that the init takes: a day. */
const longestLimit = 86_400;

function notStarted(
  { what, folder, accelerator }: Pick<GuestRequest, 'what' | 'folder' | 'accelerator'>,
  lines: readonly string[],
): ToolError {
  return new ToolError(`Cannot ${what}: QEMU did not start${quotedLines(lines)}`, {
    hint: `Its command is in ${join(folder, 'qemu.log')}.${accelerator === 'kvm' ? ' Without --accel kvm the guest is emulated.' : ''}`,
  });
}

const nothing = {
  end: { kind: 'powered-off' },
  results: { commands: [], isComplete: true },
  findings: [],
  console: '',
  talk: [],
} as const;

/** Modules in /modules, selftests in /tests. */
export function filesOf({ modules, tests }: Pick<Built, 'modules' | 'tests'>): GuestRequest['files'] {
  return [
    ...modules.map((from) => ({ path: `modules/${basename(from)}`, from })),
    ...tests.map((from) => ({ path: `tests/${basename(from)}`, from })),
  ];
}

function initramfs(
  { world: { disk } }: Shop,
  init: string,
  { files, commands, limitSeconds }: Pick<GuestRequest, 'files' | 'commands' | 'limitSeconds'>,
): Uint8Array {
  const file = (path: string, from: string): ArchiveEntry => ({
    kind: 'file',
    path,
    bytes: disk.readBytes(from),
    isProgram: true,
  });
  const lines = [`limit ${limitSeconds}`, ...commands].map((line) => `${line}\n`).join('');
  return newcArchive([
    // The kernel opens it before anything is mounted.
    { kind: 'device', path: 'dev/console', major: 5, minor: 1 },
    file('init', init),
    { kind: 'file', path: 'etc/quiesce.commands', bytes: Buffer.from(lines), isProgram: false },
    ...files.map(({ path, from }) => file(path, from)),
  ]);
}

/** A static program, made once for each version of its source. */
async function compileInit(shop: Shop): Promise<string> {
  const { world, work } = shop;
  const source = createRequire(import.meta.url).resolve('@quiesce/kernel/guest/init.c');
  const digest = createHash('sha256').update(world.disk.readBytes(source)).digest('hex');
  const program = join(work.root, 'guest', `init-${digest.slice(0, 16)}`);
  if (world.disk.kindIfThere(program) === 'program') return program;
  if (!shop.isDryRun) world.disk.makeFolder(join(work.root, 'guest'));
  const fresh = `${program}.${process.pid}`;
  await runStep(shop, {
    program: 'gcc',
    words: ['-static', '-O2', '-Wall', '-Werror', '-o', fresh, source],
    folder: work.root,
    what: 'compile the init of the guest',
    log: work.log('guest-init'),
  });
  if (!shop.isDryRun) world.disk.rename(fresh, program);
  return program;
}
