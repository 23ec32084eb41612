/**
 * The result of `quiesce diff` as data: everything that is printed is printed from this. It is versioned, and says of each
 * RFC that differs what became of its clauses, by their text and by the model, and of its objections, front matter and prose.
 */
import { keywords, objectionStates } from '@quiesce/contract';
import { clauseChanges } from '@quiesce/rfc';
import { z } from 'zod';
import { behaviourSchema } from '../compare/behaviour.js';
import type { Frozen } from '../frozen.js';

/** Raised when a reader of the old version could misunderstand the new one. */
export const differenceReportVersion = 1;

const line = z.int().positive().describe('1-based');
const names = z.array(z.string());

const runs = z
  .array(z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }))
  .describe('both texts in order; without the added ones it is the earlier, without the removed the later');

const side = z
  .strictObject({
    name: z.string().describe('how the side was asked for, such as v1, HEAD~3 or work tree'),
    file: z.string(),
    title: z.string(),
    revision: z.int().positive().nullable().describe('null where the front matter could not be read'),
    status: z.string().nullable(),
  })
  .nullable()
  .describe('null where the RFC is not there');

const clauseSide = z
  .strictObject({ id: z.string(), line, keyword: z.enum(keywords), guarantee: z.string() })
  .nullable()
  .describe('null where the clause is not there');

const clause = z.strictObject({
  id: z.string().describe('in the later revision, or the last one that it had'),
  changes: z.array(z.enum(clauseChanges)),
  loss: z
    .enum(['certain', 'possible', 'none'])
    .describe('what users lose; possible: the text alone cannot exclude it'),
  reasons: names,
  before: clauseSide,
  after: clauseSide,
  fields: z.array(
    z.strictObject({
      key: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      effects: z.array(z.enum(['stronger', 'weaker', 'unclear', 'wording', 'link'])),
      runs,
    }),
  ),
});

const objectionSide = z
  .strictObject({ line, state: z.enum(Object.keys(objectionStates)), says: z.string() })
  .nullable();

const objection = z.strictObject({
  id: z.string(),
  change: z.enum(['added', 'removed', 'state', 'changed']),
  before: objectionSide,
  after: objectionSide,
  fields: z
    .array(z.strictObject({ key: z.string(), before: z.string(), after: z.string(), runs }))
    .describe('of one that both have, the fields that differ; a value that is not there is empty'),
});

const frontMatter = z.strictObject({
  key: z.string(),
  before: names,
  after: names,
  added: names,
  removed: names,
});

const section = z.strictObject({
  title: z.string().describe('empty for what stands above the first heading'),
  change: z.enum(['added', 'removed', 'renamed', 'changed']),
  beforeTitle: z.string().nullable(),
  beforeLine: line.nullable(),
  afterLine: line.nullable(),
  size: z.int().nonnegative().describe('paragraphs that it has, or had'),
  paragraphs: z.array(z.strictObject({ form: z.enum(['words', 'lines']), runs })),
});

const rfcDifference = z.strictObject({
  rfc: z.int().positive().nullable().describe('null where no front matter could be read'),
  before: side,
  after: side,
  clauses: z.array(clause),
  behaviour: z
    .array(behaviourSchema)
    .describe('what runs of the model say, of each clause that asks it something else than before'),
  moved: z.array(z.strictObject({ id: z.string(), from: z.string(), to: z.string() })),
  objections: z.array(objection),
  frontMatter: z.array(frontMatter),
  sections: z.array(section),
});

export const differenceReportSchema = z
  .strictObject({
    format: z.literal('quiesce-difference'),
    version: z.literal(differenceReportVersion),
    differences: z.array(rfcDifference).describe('one for each RFC that differs'),
    summary: z.strictObject({
      changes: z.record(z.enum(clauseChanges), z.int().nonnegative()).describe('clauses with each change'),
      certainLosses: z.int().nonnegative(),
      possibleLosses: z.int().nonnegative(),
      modelLosses: z
        .int()
        .nonnegative()
        .describe('clauses in which runs of the model show a loss, whatever the text says'),
      modelDoubts: z
        .int()
        .nonnegative()
        .describe('clauses that ask the model something else, and in which not everything could be compared'),
    }),
  })
  .meta({
    title: 'Result of quiesce diff',
    description: 'What became of the clauses and of the prose of RFCs between two revisions.',
  });

export type DifferenceReport = Frozen<z.infer<typeof differenceReportSchema>>;

export type ReportedDifference = DifferenceReport['differences'][number];
export type ReportedClause = ReportedDifference['clauses'][number];

/** What a difference is narrowed to. */
export type DifferencePart = 'all' | 'clauses' | 'prose' | 'losses';

/** Two blanks of indentation, a line feed at the end. */
export function differenceJson(report: DifferenceReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
