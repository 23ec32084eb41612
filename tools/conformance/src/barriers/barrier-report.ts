/** What is said of the barriers of an option, as data: everything that is printed is printed from it. */
import { memoryModels } from '@quiesce/checker';
import { z } from 'zod';
import type { Frozen } from '../frozen.js';
import { barrierKinds } from './barrier-site.js';

const natural = z.int().nonnegative();
const names = z.array(z.string());

const barrierVerdicts = ['necessary', 'not-necessary', 'kept', 'unknown'] as const;

const barrier = z.strictObject({
  kind: z.enum(barrierKinds),
  place: z.strictObject({ file: z.string(), line: natural, column: natural }),
  functions: names.describe('those that it stands in'),
  verdict: z
    .enum(barrierVerdicts)
    .describe(
      'kept: the memory model keeps this order by itself; unknown: a search was not complete, or the model fails',
    ),
  breaks: z
    .array(z.strictObject({ property: z.string(), scenario: z.string() }))
    .describe('what is violated without it, and is not with it'),
  failures: names.describe('how the model itself fails without it'),
  stuck: names.describe('scenarios in which some process waits for ever without it, and none does with it'),
  hidden: names.describe('properties that are violated with it, too, so that they cannot tell'),
  story: z
    .strictObject({
      property: z.string(),
      scenario: z.string(),
      switches: natural,
      steps: natural,
      table: z.string().describe('plain text, 72 columns: a column for each process, time downwards'),
    })
    .nullable(),
});

export const barrierReportSchema = z.strictObject({
  format: z.literal('quiesce-barriers'),
  version: z.literal(1),
  model: z.string().describe('the entry file'),
  option: z.string(),
  memoryModel: z.enum(memoryModels),
  scenarios: z.array(
    z.strictObject({
      id: z.string(),
      states: natural,
      complete: z.boolean(),
      buffers: natural.describe('stores that the longest store buffer can hold'),
      breaks: names.describe('properties that the option violates with all its barriers'),
    }),
  ),
  barriers: z.array(barrier).describe('by file, line and column'),
});

export type BarrierReport = Frozen<z.infer<typeof barrierReportSchema>>;

export type JudgedBarrier = BarrierReport['barriers'][number];

/** Two blanks of indentation, a line feed at the end. */
export function barrierJson(report: BarrierReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
