/**
 * What the plugin (plugin/count.c) writes: how often an iteration has cost what, for each run of a marked loop on each processor. The
 * most frequent cost is what an undisturbed iteration costs; those that an interrupt has hit are elsewhere.
 */
import { z } from 'zod';

const whole = z.int().min(0);

const headSchema = z.strictObject({
  format: z.literal('quiesce-counts'),
  version: z.literal(1),
  cpus: z.int().min(1),
});

const costSchema = z.strictObject({
  times: whole,
  instructions: whole,
  locked: whole,
  barriers: whole,
  mfence: whole,
  lfence: whole,
  sfence: whole,
});

const runSchema = z.strictObject({
  cpu: whole,
  run: whole,
  stopped: z.boolean(),
  iterations: whole,
  values: whole,
  counts: z.array(costSchema),
});

export type CountedRun = z.infer<typeof runSchema>;

/** Of one iteration. `fences`: mfence, lfence and sfence together. */
export interface CallCost {
  readonly instructions: number;
  readonly locked: number;
  readonly barriers: number;
  readonly fences: number;
}

/** In the order in which the runs have stopped. Undefined where the text is not such a file, or was cut off. */
export function readCounts(text: string): readonly CountedRun[] | undefined {
  const [head, ...lines] = text.split('\n');
  if (lines.pop() !== '' || !headSchema.safeParse(json(head ?? '')).success) return undefined;
  const runs: CountedRun[] = [];
  for (const line of lines) {
    const read = runSchema.safeParse(json(line));
    if (!read.success || !read.data.stopped) return undefined;
    runs.push(read.data);
  }
  return runs;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Over all runs: the most frequent cost, and its part of all iterations. Undefined without iterations. */
export function mostFrequent(
  runs: readonly CountedRun[],
): { readonly cost: CallCost; readonly share: number } | undefined {
  const bins = new Map<string, { readonly cost: CallCost; times: number }>();
  for (const { counts } of runs) {
    for (const { times, instructions, locked, barriers, mfence, lfence, sfence } of counts) {
      const cost = { instructions, locked, barriers, fences: mfence + lfence + sfence };
      const key = Object.values(cost).join(' ');
      const bin = bins.get(key);
      if (bin === undefined) bins.set(key, { cost, times });
      else bin.times += times;
    }
  }
  const [first] = [...bins.values()].sort((a, b) => b.times - a.times);
  const iterations = runs.reduce((sum, run) => sum + run.iterations, 0);
  return first === undefined || iterations === 0
    ? undefined
    : { cost: first.cost, share: first.times / iterations };
}
