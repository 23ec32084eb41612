/**
 * What was measured of the options: the file that `quiesce.json` calls `costs`. The bench writes it; whoever shows it reads it.
 *
 * Every value is an absolute one and stands beside its baseline, the same without tracing from the same boot, so that a reader can
 * take differences and ratios as they like.
 */
import { z } from 'zod';

/**
 * instructions, locked, barriers, fences: of one call, exact. `locked` are locked operations; `barriers` are those of them that do nothing
 * but order (smp_mb() of x86-64 is a locked add of 0); `fences` are mfence, lfence and sfence.
 *
 * ns-ratio: time of a traced call over that of an untraced one, in the same boot. fast-path: what an option adds to a callback, compiled for
 * user space, over nothing added.
 *
 * bytes: of an engine; bytes-per-task: of a traced task; bytes-per-cpu: of an engine for each possible processor; bytes-shared: for each
 * possible processor, once for many engines.
 */
export const costMetrics = [
  'instructions',
  'locked',
  'barriers',
  'fences',
  'ns-ratio',
  'fast-path',
  'bytes',
  'bytes-per-task',
  'bytes-per-cpu',
  'bytes-shared',
] as const;

export type CostMetric = (typeof costMetrics)[number];

/** What a time was taken on: an emulator (its times say little), a processor under a hypervisor, or a processor. */
export const clocks = ['emulated', 'kvm', 'native'] as const;

export type Clock = (typeof clocks)[number];

/** An engine of each thread, with data of its own or with data that all have; or one for all tasks of the system. */
export const engines = ['private', 'shared', 'global'] as const;

export type EngineKind = (typeof engines)[number];

const text = z.string().min(1);

const setting = z.strictObject({
  cpus: z.int().min(1).describe('a whole number of processors from 1'),
  engine: z.enum(engines).describe(`one of ${engines.join(', ')}`),
  audit: z.boolean().describe('true or false'),
  clock: z
    .enum(clocks)
    .optional()
    .describe(`one of ${clocks.join(', ')}`),
});

const cost = z.strictObject({
  option: text.describe('the design option that was measured, as the RFC names it'),
  rfc: z
    .int()
    .min(1)
    .optional()
    .describe('the number of that RFC; absent: no other RFC has an option of that name'),
  callback: text.optional().describe('what the callback does, as the bench names it; absent: nothing'),
  metric: z.enum(costMetrics).describe(`one of ${costMetrics.join(', ')}`),
  setting: setting.optional().describe('an object with cpus, engine and audit; absent: it depends on none'),
  value: z.number().min(0).describe('a number from 0'),
  spread: z
    .number()
    .min(0)
    .optional()
    .describe(
      'a number from 0: half of the range of the values, of times the range of the middle half of them',
    ),
  share: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('a number from 0 to 1: the part of all calls that have cost exactly this'),
  baseline: z.number().min(0).describe('a number from 0: the same without any tracing'),
});

const whole = z.int().min(0);

const untouchedCall = z
  .strictObject({
    rfc: z.int().min(1).optional(),
    audit: z.boolean(),
    instructions: whole,
    locked: whole,
    barriers: whole,
    fences: whole,
  })
  .describe('an object with audit, instructions, locked, barriers and fences');

const environment = z.strictObject({
  host: z
    .strictObject({ cpu: text, cores: z.int().min(1), kernel: text })
    .describe('an object with cpu, cores and kernel'),
  emulator: text.describe('what the emulator says of its version'),
  compiler: text.describe('what the compiler says of its version'),
  base: z
    .strictObject({ package: text, version: text, tree: text })
    .describe('an object with package, version and tree'),
  config: z.strictObject({ name: text, sha256: text }).describe('an object with name and sha256'),
  series: z
    .array(
      z.strictObject({
        id: text,
        option: text,
        rfc: z.int().min(1).optional(),
        version: z.int().min(1),
        commit: text,
      }),
    )
    .describe('a list of objects with id, option, version and commit'),
});

export const costReportSchema = z.strictObject({
  format: z.literal('quiesce-costs').describe('"quiesce-costs"'),
  version: z.literal(1).describe('1'),
  machine: text.describe('the machine, in words'),
  kernel: text.describe('the version of the kernel'),
  config: text.describe('what of the kernel configuration matters, in words'),
  environment: environment
    .optional()
    .describe('an object with host, emulator, compiler, base, config and series'),
  rows: z.array(cost).describe('a list of measurements'),
  untouched: z
    .array(untouchedCall)
    .optional()
    .describe('a list of what the call costs on the tree without patches'),
});

export type CostReport = DeepReadonly<z.infer<typeof costReportSchema>>;

export type Cost = CostReport['rows'][number];

/** Absent: the value depends on none, such as a size. */
export type CostSetting = NonNullable<Cost['setting']>;

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** `reason`: a sentence without its end, that says where in the file and what was expected. */
export type ReadCosts =
  | { readonly ok: true; readonly costs: CostReport }
  | { readonly ok: false; readonly reason: string };

export function parseCostReport(text: string): ReadCosts {
  const json = parseJson(text);
  if (json === undefined) return { ok: false, reason: 'it is no JSON' };
  const read = costReportSchema.safeParse(json.value);
  if (read.success) return { ok: true, costs: read.data };
  const [issue] = read.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  return { ok: false, reason: `${path === '' ? 'its top' : path} is wrong: ${issue?.message ?? 'unknown'}` };
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
