/** `kernel.json`, beside the series: under which configurations they are built, and what is run in the guest. */
import { type Diagnostic, nearestWord } from '@quiesce/contract';
import { type PlaceAt, type Read, readJson } from '@quiesce/series';
import { z } from 'zod';
import { benchConfigSchema } from '../bench/bench-config.js';
import { findingKinds } from '../log/finding.js';
import { report } from '../problems.js';

const name = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .describe('a name of lower-case letters, digits and single dashes');
const names = z.array(name).min(1).describe('a list of names');
const path = z.string().min(1).describe('a path relative to this file');
const command = z
  .string()
  .regex(/^[^\s"'#\\]+( [^\s"'\\]+)*$/)
  .describe('a command of the guest: words with one blank between them, and no quotes');
const commands = z.array(command).min(1).describe('a list of commands of the guest');
const wholeNumber = (least: number, most: number) =>
  z.int().min(least).max(most).describe(`a whole number from ${least} to ${most}`);
const findingKind = z.enum(findingKinds).describe(`one of ${findingKinds.join(', ')}`);
const kernelWords = z
  .string()
  .regex(/^[ -~]+$/)
  .describe('words for the command line of the kernel');

const configSchema = z.strictObject({
  /** Merged over tinyconfig in this order: a later one wins. */
  fragments: z.array(path).min(1).describe('a list of paths of fragments, relative to this file'),
  memoryMb: wholeNumber(32, 65536).optional(),
  append: kernelWords.optional(),
  /** How many times longer than usual everything may take. */
  slower: wholeNumber(1, 100).default(1),
  /** Of these kinds of findings only those count whose report has one of these words in it; others are noted. */
  heed: z
    .partialRecord(findingKind, z.array(z.string().min(1)).min(1).describe('a list of words'))
    .optional(),
});

const guestSchema = z.strictObject({
  processors: wholeNumber(1, 64).default(2),
  memoryMb: wholeNumber(32, 65536).default(256),
  append: kernelWords.optional(),
  /** For each command. */
  limitSeconds: wholeNumber(1, 3600).default(60),
  /** A folder of the tree whose programs are put into /tests of the guest. */
  selftests: z.string().min(1).optional().describe('a path in the tree'),
  commands: commands.optional(),
});

const caughtSchema = z.strictObject({ command, finding: findingKind });

const seriesSchema = z.strictObject({
  configs: names.optional(),
  /** Run after those of the guest. */
  commands: commands.optional(),
  /** Commands that are not run for this series. */
  without: commands.optional(),
  /** Under a configuration, a command that must be caught: it gets a boot of its own. */
  caught: z.record(name, caughtSchema).optional(),
});

export const kernelConfigSchema = z.strictObject({
  format: z.literal('quiesce-kernel'),
  version: z.literal(1),
  configs: z.record(name, configSchema).refine((all) => Object.keys(all).length > 0),
  guest: guestSchema.prefault({}),
  series: z.record(name, seriesSchema).default({}),
  bench: benchConfigSchema.optional(),
});

export type KernelConfig = z.output<typeof kernelConfigSchema>;
export type BuildConfig = z.output<typeof configSchema>;
export type Caught = z.output<typeof caughtSchema>;

/** `file` is only named in messages. */
export function parseKernelConfig(text: string, file: string): Read<KernelConfig> {
  const read = readJson(kernelConfigSchema, text, file);
  if (!read.ok) return read;
  const diagnostics = unknownConfigs(read.value, read.placeAt);
  return diagnostics.length === 0 ? read : { ok: false, diagnostics };
}

function unknownConfigs({ configs, series, bench }: KernelConfig, placeAt: PlaceAt): readonly Diagnostic[] {
  const known = Object.keys(configs);
  const unknown = (one: string, ...at: readonly PropertyKey[]): readonly Diagnostic[] =>
    known.includes(one)
      ? []
      : [
          report('kernel/unknown-config', placeAt(...at), {
            name: one,
            known,
            near: nearestWord(one, known),
          }),
        ];
  const measured = bench === undefined ? [] : unknown(bench.config, 'bench', 'config');
  const built = Object.entries(series).flatMap(([id, { configs: own = [], caught = {} }]) => [
    ...own.flatMap((one, index) => unknown(one, 'series', id, 'configs', index)),
    ...Object.keys(caught).flatMap((one) => unknown(one, 'series', id, 'caught', one)),
  ]);
  return [...built, ...measured];
}

/** What is said of series that are not there. `known`: ids of series. */
export function unknownSeries(
  { series, bench }: KernelConfig,
  known: readonly string[],
  placeAt: PlaceAt,
): readonly Diagnostic[] {
  const unknown = (ids: readonly string[], ...at: readonly PropertyKey[]): readonly Diagnostic[] =>
    ids
      .filter((id) => !known.includes(id))
      .map((id) =>
        report('kernel/unknown-series', placeAt(...at, id), { name: id, near: nearestWord(id, known) }),
      );
  return [
    ...unknown(Object.keys(series), 'series'),
    ...(bench?.programs ?? []).flatMap(({ callbacks }, index) =>
      unknown(Object.keys(callbacks), 'bench', 'programs', index, 'callbacks'),
    ),
  ];
}

/** The configurations that a series is built and tested under; where nothing is said of it, the first. */
export function configsOf({ configs, series }: KernelConfig, id: string): readonly string[] {
  return series[id]?.configs ?? Object.keys(configs).slice(0, 1);
}

/** One boot of a guest: what runs in it, in this order, and what has to be caught in it, if anything. */
export interface GuestPlan {
  readonly commands: readonly string[];
  readonly caught?: Caught;
}

/**
 * A command that must be caught may take the kernel down with it, so it runs in a boot of its own, after the commands that load
 * modules, and not with the others.
 */
export function planGuests(
  { guest, series }: KernelConfig,
  id: string,
  config: string,
): readonly GuestPlan[] {
  const { commands: own = [], without = [], caught = {} } = series[id] ?? {};
  const all = [...(guest.commands ?? []), ...own];
  const expected = caught[config];
  const usual = all.filter((one) => !without.includes(one) && one !== expected?.command);
  const plans: GuestPlan[] = [{ commands: usual }];
  if (expected !== undefined)
    plans.push({
      commands: [...all.filter((one) => one.startsWith('insmod ')), expected.command],
      caught: expected,
    });
  return plans;
}
