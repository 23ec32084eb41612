/**
 * What a check says of one model and the RFCs that are checked against it, as data. Everything that is printed is printed
 * from this, and nothing in it depends on the machine, on the time, or on what was in the cache.
 */
import { keywords } from '@quiesce/contract';
import { z } from 'zod';
import { memoryModels } from '../cell/cell.js';
import type { Frozen } from '../frozen.js';
import { verdicts } from '../verdict/verdict.js';

const natural = z.int().nonnegative();
const names = z.array(z.string());

export const placeSchema = z.strictObject({
  file: z.string().describe('relative to the folder of quiesce.json'),
  line: natural.describe('1-based'),
  column: natural.describe('1-based, in UTF-16 code units'),
});

export const diagnosticSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  place: placeSchema,
  message: z.string(),
  hint: z.string().optional(),
  related: z.array(z.strictObject({ place: placeSchema, message: z.string() })),
});

const story = z
  .strictObject({
    cell: z.string(),
    switches: natural.describe('context switches'),
    steps: natural,
    fewest: z.boolean().describe('false where a bound was hit before it was sure that no story is shorter'),
    table: z.string().describe('plain text, 72 columns: a column for each process, time downwards'),
    trace: z
      .string()
      .describe(
        'name of the trace file that --traces writes, in a folder for each model if there are several',
      ),
  })
  .nullable();

const cell = z.strictObject({
  id: z.string(),
  option: z.string().nullable().describe('null for a mutant'),
  mutant: z.string().nullable(),
  scenario: z.string(),
  sizes: z.record(z.string(), z.number()),
  memoryModel: z.enum(memoryModels),
  bounds: z.strictObject({ maxStates: natural, maxMegabytes: natural }),
  states: natural.describe('that were stored'),
  transitions: natural,
  reduced: z
    .boolean()
    .describe(
      'whether steps that come to the same in another order were left out: then there are more states',
    ),
  depth: natural,
  complete: z.boolean(),
  stoppedBy: z
    .enum(['states', 'memory', 'buffers'])
    .nullable()
    .describe('the bound that was hit; buffers: a store buffer was full'),
  buffers: natural.describe('stores that the longest store buffer can hold; 0 under sc'),
  deadlocks: natural,
});

export const clauseVerdictSchema = z.strictObject({
  option: z.string(),
  promised: z.boolean().describe('otherwise the verdict is for information'),
  verdict: z.enum(verdicts),
  reason: z.string(),
  explored: names.describe('ids of cells'),
  decidedBy: names.describe('ids of cells'),
  states: natural.describe('of all cells that were explored for it'),
  transitions: natural,
  complete: z.boolean(),
  memoryModels: z.array(z.enum(memoryModels)).describe('of the cells that were explored for it'),
  story,
});

const clause = z.strictObject({
  id: z.string(),
  rfc: natural,
  place: placeSchema,
  keyword: z.enum(keywords),
  when: z.string().nullable(),
  unless: z.string().nullable(),
  guarantee: z.string(),
  promisedBy: names,
  properties: names.describe('those that were explored'),
  unexplored: z.array(z.strictObject({ link: z.string(), reason: z.string() })),
  unchecked: z.string().nullable().describe('why nothing checks it'),
  strength: z.enum(['broken', 'worthless', 'unknown', 'not-asked']),
  brokenBy: names.describe('options and mutants that break it'),
  verdicts: z.array(clauseVerdictSchema),
});

const mutant = z.strictObject({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  of: z.string(),
  caughtBy: z.string(),
  verdict: z.enum(['found', 'missed', 'not-complete', 'no-bug']),
  breaks: names.describe('all properties that it violates'),
  cell: z.string(),
  story,
});

const unmodelled = z.strictObject({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  why: z.string(),
  needs: z.string().nullable().describe('a memory model that it needs'),
});

const modelError = z.strictObject({
  kind: z.enum(['failure', 'deadlock']),
  message: z.string(),
  place: placeSchema.nullable(),
  cells: names,
  story,
});

const rfc = z.strictObject({
  file: z.string(),
  number: natural,
  title: z.string(),
  revision: natural,
  status: z.string(),
});

export const summarySchema = z.strictObject({
  promises: natural.describe('clauses, each counted for each option that promises it, that were judged'),
  kept: natural.describe('these and the next five together are the promises'),
  broken: natural.describe('some run breaks a MUST'),
  vacuous: natural.describe('a When or an Unless never happens'),
  undecided: natural.describe('not all that decides was explored'),
  deviating: natural.describe('some run breaks a SHOULD'),
  unused: natural.describe('a MAY that no run uses'),
  unchecked: natural,
  worthless: natural,
  mutants: natural,
  found: natural,
  findings: natural.describe('everything that makes the exit code 1'),
});

export const checkReportSchema = z.strictObject({
  rfcs: z.array(rfc),
  model: z.string().describe('the entry file'),
  options: names,
  whole: z.boolean().describe('false where only some of the cells were explored'),
  selection: z.array(z.string()).describe('what the run was narrowed to, in words'),
  rest: z
    .strictObject({ options: names, scenarios: names })
    .nullable()
    .describe('what the core leaves out; null where the core was not asked for'),
  clauses: z.array(clause),
  mutants: z.array(mutant),
  unmodelled: z.array(unmodelled).describe('known bugs that no mutant shows'),
  modelErrors: z.array(modelError),
  cells: z.array(cell),
  uncovered: z
    .array(z.strictObject({ file: z.string(), line: natural, functions: names }))
    .describe('lines of the model that no cell has executed'),
  diagnostics: z.array(diagnosticSchema).describe('what is wrong in the texts'),
  summary: summarySchema,
});

export type CheckReport = Frozen<z.infer<typeof checkReportSchema>>;

export type ReportedStory = NonNullable<CheckReport['clauses'][number]['verdicts'][number]['story']>;
