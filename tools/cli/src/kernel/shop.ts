/**
 * What all steps of `quiesce kernel` work with. Every program runs through it: it is told of, its output goes to a log, a
 * disk that is full is recognised, and with `--dry-run` the command is printed and not run.
 */
import { ToolError } from '@quiesce/contract';
import type { Accelerator } from '@quiesce/kernel';
import type { ProgramEnd } from '../programs.js';
import type { World } from '../world.js';
import type { KernelProject } from './kernel-project.js';
import type { KernelRequest } from './kernel-request.js';
import { missingPrograms } from './needed-programs.js';
import { quotedLines, StepError } from './step-error.js';
import { type StepLines, stepLines } from './step-lines.js';
import { type WorkFolder, workFolder } from './work-folder.js';

export interface Shop {
  readonly world: World;
  readonly project: KernelProject;
  readonly work: WorkFolder;
  readonly jobs: number;
  readonly accelerator: Accelerator;
  /** Of one guest, in milliseconds; undefined: by what is run in it. */
  readonly timeoutMs: number | undefined;
  readonly isDryRun: boolean;
  readonly steps: StepLines;
  /** Hard-won answers of the world that do not change while it runs, such as the version of the compiler. */
  readonly known: Map<string, string>;
}

export interface Step {
  readonly program: string;
  readonly words: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What could not be done if it fails: `build utrace under plain`. */
  readonly what: string;
  /** The file that gets the command and all that it prints, in the place of what was in it. */
  readonly log: string;
  /** Shows a line that it printed while it runs. */
  readonly onLine?: (line: string) => void;
  readonly timeoutMs?: number;
}

export function openShop(project: KernelProject, request: KernelRequest, world: World): Shop {
  return {
    world,
    project,
    work: workFolder(request.work, project.base.tree, world),
    jobs: request.jobs ?? Math.max(1, world.threads),
    accelerator: request.accel ?? 'tcg',
    timeoutMs: request.timeout === undefined ? undefined : request.timeout * 1000,
    isDryRun: request.dryRun ?? false,
    steps: stepLines(world),
    known: new Map(),
  };
}

/** Runs a step that must end with 0; gives what it printed, in lines. A failure is a `StepError` that names the log. */
export async function runStep(shop: Shop, step: Step): Promise<readonly string[]> {
  if (shop.isDryRun) {
    await shop.world.stdout.write(`${commandText(step)}\n`);
    return [];
  }
  const { lines, end } = await runLogged(shop, step);
  if (end.kind === 'exit' && end.status === 0) return lines;
  throw stepError(shop, step, lines, end);
}

/** The same, whatever it ends with. */
export async function runLogged(
  { world }: Pick<Shop, 'world'>,
  { program, words, folder, env, log, onLine, timeoutMs }: Omit<Step, 'what'>,
): Promise<{ readonly lines: readonly string[]; readonly end: ProgramEnd }> {
  const { disk } = world;
  disk.write(log, `$ ${commandText({ program, words, folder, ...(env === undefined ? {} : { env }) })}\n`);
  const lines: string[] = [];
  let unwritten: unknown;
  const end = await world.programs({
    program,
    words,
    folder,
    ...(env === undefined ? {} : { env }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    onLine: (line) => {
      lines.push(line);
      onLine?.(line);
      try {
        if (unwritten === undefined) disk.append(log, `${line}\n`);
      } catch (error) {
        // It is told when the program has ended: that it was not told of is the lesser evil.
        unwritten = error;
      }
    },
  });
  if (unwritten !== undefined) throw unwritten;
  return { lines, end };
}

export const diskFull = /No space left on device|Disk quota exceeded/;

/** Why a step failed, with the end of what it printed. */
export function stepError(
  { world, work }: Pick<Shop, 'world' | 'work'>,
  { what, program, log }: Pick<Step, 'what' | 'program'> & { readonly log?: string },
  lines: readonly string[],
  end: ProgramEnd,
): ToolError {
  const ending =
    end.kind === 'exit'
      ? `${program} ended with status ${end.status}`
      : end.kind === 'signal'
        ? `${program} was ended by ${end.signal}`
        : `${program} did not end in time`;
  const whole = log === undefined ? '' : `The whole log is ${log}. `;
  if (lines.some((line) => diskFull.test(line))) {
    const free = (world.disk.freeBytes(work.root) / 2 ** 20).toFixed(0);
    return new ToolError(
      `Cannot ${what}: the disk of ${work.root} is full (${free} MiB are free)${quotedLines(
        lines.filter((line) => diskFull.test(line)),
        2,
      )}`,
      {
        hint: `${whole}Make room, or name a folder on another disk with --work, and run again: what is done stays done.`,
      },
    );
  }
  return new StepError(
    `Cannot ${what}: ${ending}${quotedLines(lines)}`,
    whole === '' ? {} : { hint: whole.trim() },
  );
}

/** A `ToolError` that names the packages to install, if any program or header is missing. */
export function needPrograms(shop: Shop, names: readonly string[]): void {
  if (!shop.isDryRun) missingPrograms(names, shop.world);
}

/** As a shell takes it. */
export function commandText({ program, words, folder, env = {} }: Omit<Step, 'what' | 'log'>): string {
  const settings = Object.entries(env).map(([name, value]) => `${name}=${shellWord(value)}`);
  return `cd ${shellWord(folder)} && ${[...settings, ...[program, ...words].map(shellWord)].join(' ')}`;
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
