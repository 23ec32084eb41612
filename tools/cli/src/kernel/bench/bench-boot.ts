/** One boot of a measurement. What came out of it is kept under a digest of all that it depends on, and is not measured again. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type BenchBoot, bootText, type Cost, commandsOf, rowsOfBoot } from '@quiesce/kernel';
import { z } from 'zod';
import type { Built } from '../build-series.js';
import { guestSettings } from '../guest-settings.js';
import { filesOf, type GuestAnswer, runGuest } from '../run-guest.js';
import type { Shop } from '../shop.js';
import { StepError } from '../step-error.js';
import type { Plugin } from './compile-plugin.js';

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

/** The rows that it gives; none with `--dry-run`. A `StepError` if what came out does not add up. */
export async function benchBoot(
  shop: Shop,
  boot: BenchBoot,
  built: Built,
  tools: BootTools,
): Promise<readonly Cost[]> {
  const { world, work } = shop;
  const settings = {
    ...guestSettings(shop, tools.config, commandsOf(boot).length),
    processors: tools.processors,
    accelerator: boot.accelerator,
  };
  const append = `${settings.append} audit=${boot.audit ? 1 : 0} quiet`.trim();
  const digest = createHash('sha256')
    .update(JSON.stringify([boot, settings, append, built.digest, tools.plugin.digest, tools.host]))
    .digest('hex');
  const path = join(work.root, 'bench', `${digest.slice(0, 32)}.json`);
  const known = readKept(world.disk.readIfThere(path));
  if (known !== undefined) return rowsOrError(boot, known, path);

  const folder = join(work.root, 'guest', boot.id, 'bench');
  const counts = join(folder, 'counts.jsonl');
  await shop.steps.begin('BENCH', bootText(boot));
  if (!shop.isDryRun) world.disk.remove(counts);
  const answer = await runGuest(shop, {
    ...settings,
    append,
    image: built.image,
    files: filesOf(built),
    commands: commandsOf(boot),
    more: boot.kind === 'count' ? ['-plugin', `${tools.plugin.path},out=${counts}`] : [],
    folder,
    what: `measure ${bootText(boot)}`,
  });
  if (shop.isDryRun) return [];
  checkGuest(boot, answer);
  const fresh = { commands: [...answer.results.commands], counts: world.disk.readIfThere(counts) ?? '' };
  const rows = rowsOrError(boot, fresh, answer.resultsPath);
  world.disk.write(path, `${JSON.stringify(fresh)}\n`);
  return rows;
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

function rowsOrError(boot: BenchBoot, { commands, counts }: Kept, path: string): readonly Cost[] {
  const read = rowsOfBoot(boot, commands, boot.kind === 'count' ? counts : undefined);
  if (read.ok) return read.rows;
  throw new StepError(`Cannot measure ${bootText(boot)}: ${read.reason}`, {
    hint: `What came out is ${path}`,
  });
}

/** A kernel that complains has measured something else. */
function checkGuest(boot: BenchBoot, { end, findings, console, consolePath, talk }: GuestAnswer): void {
  const [finding] = findings;
  const why =
    end.kind === 'timeout'
      ? `the guest was stopped after ${end.seconds} seconds`
      : finding === undefined
        ? talk.find((line) => line.startsWith('count: '))
        : `the kernel complains: ${finding.title}`;
  if (why === undefined) return;
  const last = console.trimEnd().split(/\r*\n/).slice(-5);
  throw new StepError(
    [`Cannot measure ${bootText(boot)}: ${why}`, ...last.map((line) => `    ${line}`)].join('\n'),
    { hint: `The whole log is ${consolePath}` },
  );
}
