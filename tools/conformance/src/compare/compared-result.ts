/** What comparing two promises in a cell gives, and what telling a run of it does: plain data, for the cache and the threads. */
import { z } from 'zod';
import type { Frozen } from '../frozen.js';

const natural = z.int().nonnegative();

/** A run that one side alone forbids: one that ends, one that never does; nobody knows where a bound was hit, or the model fails. */
const only = z.enum(['ends', 'endless', 'none', 'unknown']);

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

export const witnessSchema = z.strictObject({
  kind: z.literal('witness'),
  switches: natural,
  steps: natural,
  /** Whether no run with fewer switches shows the same. */
  fewest: z.boolean(),
  /** It is told up to where nothing can change it, to its end, or into the cycle in which it goes on for ever. */
  until: z.enum(['decided', 'end', 'cycle']),
  /** The column table. */
  table: z.string(),
  /** The text of the trace file. */
  trace: z.string(),
});

/** The search for a run to tell may hit its bound. */
export const witnessResultSchema = z.discriminatedUnion('kind', [
  witnessSchema,
  z.strictObject({ kind: z.literal('no-witness') }),
]);

export type WitnessResult = Frozen<z.infer<typeof witnessResultSchema>>;
