/** One boot of a measurement. What came out of it is kept under a digest of all that it depends on, and is not measured again. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Accelerator, CommandResult } from '@quiesce/kernel';
import { z } from 'zod';
import type { Built } from '../build-series.js';
import { guestSettings } from '../guest-settings.js';
import { filesOf, type GuestAnswer, runGuest } from '../run-guest.js';
import type { Shop } from '../shop.js';
import { StepError } from '../step-error.js';
import type { Plugin } from './compile-plugin.js';

/** What is measured in one boot, and how it is read. */
export interface Boot<Read> {
  /** As one says it: `record, audit on, counted`. */
  readonly text: string;
  /** The folder of its logs. */
  readonly id: string;
  readonly commands: readonly string[];
  readonly audit: boolean;
  readonly accelerator: Accelerator;
  /** Whether the plugin counts. */
  readonly isCounted: boolean;
  readonly read: (
    results: readonly CommandResult[],
    counts: string,
  ) => { readonly ok: true; readonly value: Read } | { readonly ok: false; readonly reason: string };
}

export interface BootTools {
  readonly plugin: Plugin;
  /** What times depend on besides: processor, emulator. */
  readonly host: string;
  readonly processors: number;
  readonly config: string;
}

const endingSchema = z.union([
  z.strictObject({ kind: z.literal('exit'), status: z.number() }),
  z.strictObject({ kind: z.literal('signal'), signal: z.number() }),
  z.strictObject({ kind: z.literal('timeout') }),
  z.strictObject({ kind: z.literal('none') }),
]);

const keptSchema = z.strictObject({
  commands: z.array(z.strictObject({ command: z.string(), output: z.string(), ending: endingSchema })),
  counts: z.string(),
});

type Kept = z.infer<typeof keptSchema>;

/** What was read; undefined with `--dry-run`. A `StepError` if what came out does not add up. */
export async function benchBoot<Read>(
  shop: Shop,
  boot: Boot<Read>,
  built: Pick<Built, 'image' | 'modules' | 'tests' | 'digest'>,
  tools: BootTools,
): Promise<Read | undefined> {
  const { world, work } = shop;
  const settings = {
    ...guestSettings(shop, tools.config, boot.commands.length),
    processors: tools.processors,
    accelerator: boot.accelerator,
  };
  const append = `${settings.append} audit=${boot.audit ? 1 : 0} quiet`.trim();
  const digest = createHash('sha256')
    .update(JSON.stringify([boot, settings, append, built.digest, tools.plugin.digest, tools.host]))
    .digest('hex');
  const path = join(work.root, 'bench', `${digest.slice(0, 32)}.json`);
  const known = readKept(world.disk.readIfThere(path));
  if (known !== undefined) return readOrError(boot, known, path);

  const folder = join(work.root, 'guest', boot.id, 'bench');
  const counts = join(folder, 'counts.jsonl');
  await shop.steps.begin('BENCH', boot.text);
  if (!shop.isDryRun) world.disk.remove(counts);
  const answer = await runGuest(shop, {
    ...settings,
    append,
    image: built.image,
    files: filesOf(built),
    commands: boot.commands,
    more: boot.isCounted ? ['-plugin', `${tools.plugin.path},out=${counts}`] : [],
    folder,
    what: `measure ${boot.text}`,
  });
  if (shop.isDryRun) return undefined;
  checkGuest(boot.text, answer);
  const fresh = { commands: [...answer.results.commands], counts: world.disk.readIfThere(counts) ?? '' };
  const read = readOrError(boot, fresh, answer.resultsPath);
  world.disk.write(path, `${JSON.stringify(fresh)}\n`);
  return read;
}

function readKept(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined;
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    // It was written by another version: it is measured again.
    return undefined;
  }
}

function readOrError<Read>({ text, read }: Boot<Read>, { commands, counts }: Kept, path: string): Read {
  const answer = read(commands, counts);
  if (answer.ok) return answer.value;
  throw new StepError(`Cannot measure ${text}: ${answer.reason}`, { hint: `What came out is ${path}` });
}

/** A kernel that complains has measured something else. */
function checkGuest(what: string, { end, findings, console, consolePath, talk }: GuestAnswer): void {
  const [finding] = findings;
  const why =
    end.kind === 'timeout'
      ? `the guest was stopped after ${end.seconds} seconds`
      : finding === undefined
        ? talk.find((line) => line.startsWith('count: '))
        : `the kernel complains: ${finding.title}`;
  if (why === undefined) return;
  const last = console.trimEnd().split(/\r*\n/).slice(-5);
  throw new StepError([`Cannot measure ${what}: ${why}`, ...last.map((line) => `    ${line}`)].join('\n'), {
    hint: `The whole log is ${consolePath}`,
  });
}
