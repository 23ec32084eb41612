/** What comparing two promises in a cell gives: plain data, as the cache keeps it and the threads send it. */
import { z } from 'zod';
import type { Frozen } from '../frozen.js';

const natural = z.int().nonnegative();

export const witnessSchema = z.strictObject({
  switches: natural,
  steps: natural,
  /** Whether no run with fewer switches shows the same. */
  fewest: z.boolean(),
  /** Whether the run goes on for ever. */
  endless: z.boolean(),
  /** The column table. */
  table: z.string(),
  /** The text of the trace file. */
  trace: z.string(),
});

/** A run that one side alone forbids: `story` is null where the search for one to tell hit its bound. */
const only = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('some'), story: witnessSchema.nullable() }),
  z.strictObject({ kind: z.literal('none') }),
  /** Nobody knows: a bound was hit, or the model fails. */
  z.strictObject({ kind: z.literal('unknown') }),
]);

export const comparedResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('compared'),
    states: natural,
    /** Whether every run was followed to its end. */
    complete: z.boolean(),
    only: z.strictObject({ before: only, after: only }),
    /** Whether some run breaks the promise, or uses the permission. */
    said: z.strictObject({ before: z.boolean(), after: z.boolean() }),
  }),
  z.strictObject({ kind: z.literal('incomparable'), reason: z.string() }),
]);

export type ComparedResult = Frozen<z.infer<typeof comparedResultSchema>>;
export type OnlyRuns = Frozen<z.infer<typeof only>>;
export type Witness = Frozen<z.infer<typeof witnessSchema>>;
