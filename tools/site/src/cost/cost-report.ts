/**
 * What was measured of the options on a real kernel, as the file says that `quiesce.json` calls `costs`. Whoever measures
 * writes it; here it is only read and drawn.
 */
import { z } from 'zod';

export const costMetrics = ['instructions', 'locked', 'fences', 'ns-ratio', 'bytes'] as const;

export type CostMetric = (typeof costMetrics)[number];

const text = z.string().min(1);

const cost = z.strictObject({
  option: text.describe('the design option that was measured, as the RFC names it'),
  metric: z.enum(costMetrics).describe(`one of ${costMetrics.join(', ')}`),
  setting: z
    .strictObject({
      cpus: z.int().min(1).describe('a whole number of processors from 1'),
      engine: z.enum(['private', 'shared']).describe('private or shared'),
      audit: z.boolean().describe('true or false'),
    })
    .describe('an object with cpus, engine and audit'),
  value: z.number().min(0).describe('a number from 0'),
  spread: z.number().min(0).optional().describe('a number from 0: half of the range in which the values lie'),
  baseline: z.number().min(0).describe('a number from 0: the same without any tracing'),
});

export const costReportSchema = z.strictObject({
  format: z.literal('quiesce-costs').describe('"quiesce-costs"'),
  version: z.literal(1).describe('1'),
  machine: text.describe('the machine, in words'),
  kernel: text.describe('the version of the kernel'),
  config: text.describe('what of the kernel configuration matters, in words'),
  rows: z.array(cost).describe('a list of measurements'),
});

export type CostReport = DeepReadonly<z.infer<typeof costReportSchema>>;

export type Cost = CostReport['rows'][number];

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
