/** What exploring a cell and searching a story give: plain data, as the cache keeps it and the workers send it. */
import { fairnesses, signalKinds } from '@quiesce/checker';
import { z } from 'zod';
import type { Frozen } from '../frozen.js';

const natural = z.int().nonnegative();

const place = z.object({
  file: z.string(),
  line: natural,
  column: natural,
  endLine: natural.exactOptional(),
  endColumn: natural.exactOptional(),
});

export const cellResultSchema = z.strictObject({
  kind: z.literal('explored'),
  /** Stored: with a reduction those that it has not left out. */
  states: natural,
  transitions: natural,
  reduced: z.boolean(),
  /** Of the breadth-first search: the steps to the state that is farthest from the start. */
  depth: natural,
  complete: z.boolean(),
  /** `buffers`: a store buffer was full, where a store may come that then has to wait. */
  stoppedBy: z.enum(['states', 'memory', 'buffers']).nullable(),
  /** How many stores the longest buffer can hold; 0 under sequential consistency. */
  buffers: natural,
  /** States in which every process has ended. */
  ends: natural,
  /** States without a step in which some process has not ended. */
  deadlocks: natural,
  /** By property id; what was never said is left out. */
  signals: z.record(z.string(), z.array(z.enum(signalKinds))),
  /** Of each liveness property that some run violates: the weakest fairness under which none would; null if none helps. */
  wouldHoldUnder: z.record(z.string(), z.enum(fairnesses).nullable()),
  /** Steps at which the model itself fails. */
  failures: z.array(z.strictObject({ process: natural, edge: natural, message: z.string(), place })),
  /** Lines of the model that have a step, and whether some run takes one of them. */
  lines: z.array(
    z.strictObject({
      file: z.string(),
      line: natural,
      functions: z.array(z.string()),
      taken: z.boolean(),
    }),
  ),
});

export type CellResult = Frozen<z.infer<typeof cellResultSchema>>;

export const storyResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('story'),
    switches: natural,
    steps: natural,
    /** False where a bound was hit before it was sure that no story is shorter. */
    fewest: z.boolean(),
    /** The column table. */
    table: z.string(),
    /** The text of the trace file. */
    trace: z.string(),
  }),
  z.strictObject({ kind: z.literal('no-story'), complete: z.boolean() }),
]);

export type StoryResult = Frozen<z.infer<typeof storyResultSchema>>;
