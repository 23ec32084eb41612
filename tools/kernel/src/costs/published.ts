/**
 * Figures that somebody else has published of the same question, and what was said of them: a file of the project. Each sentence is
 * a ratio of two sums and says from where on it holds, so that it can be asked of any set of figures, and under any choice of baseline.
 */
import { z } from 'zod';
import { parseSum } from './expression.js';

const text = z.string().min(1);
const sum = z.string().refine((value) => parseSum(value) !== undefined, {
  error: 'expected names between + and -, such as "a - b"',
});

/** By name: what it is worked out from. */
const figures = z.record(z.string(), sum);

const ratio = z.tuple([sum, sum]);

/** The first band that the ratio is below says what is to be said; the last one has no bound. */
const band = z.strictObject({
  below: z.number().optional(),
  holds: z.boolean(),
  /** Where "holds" or "does not hold" is not the whole truth. */
  as: text.optional(),
});

const statement = z
  .strictObject({
    id: text,
    text,
    ratio: ratio.optional(),
    bands: z.array(band).min(1).optional(),
    /** Instead of a ratio: the ids of statements that must all hold, under one choice of baseline. */
    all: z.array(text).min(2).optional(),
    /** Ids of the baselines for which the sentence has a meaning; absent: all. */
    baselines: z.array(text).min(1).optional(),
  })
  .refine(({ ratio, bands, all }) => (all === undefined) === (ratio !== undefined && bands !== undefined), {
    error: 'expected either ratio and bands, or all',
  });

/** Which measured row a name stands for; `untraced`: the baseline of that row instead of its value. */
const measuredRow = z.strictObject({
  option: text,
  rfc: z.int().min(1).optional(),
  callback: text.optional(),
  audit: z.boolean(),
  untraced: z.boolean().optional(),
});

export const publishedSchema = z.strictObject({
  format: z.literal('quiesce-published'),
  version: z.literal(1),
  /** Where the figures come from, and what is to be known of them. */
  source: text,
  unit: text,
  sets: z
    .array(z.strictObject({ id: text, title: text, rows: z.record(z.string(), z.number()), figures }))
    .min(1),
  /** The row to which the others are compared. */
  reference: text,
  labels: z.record(z.string(), text),
  /** Choices of what is compared with what. */
  baselines: z.array(z.strictObject({ id: text, title: text, figures })).min(1),
  /** What is worked out under each choice. */
  derived: z.array(z.strictObject({ title: text, value: sum.optional(), ratio: ratio.optional() })),
  statements: z.array(statement).min(1),
  measured: z.record(z.string(), measuredRow),
});

export type Published = DeepReadonly<z.infer<typeof publishedSchema>>;

export type FigureSet = Pick<Published['sets'][number], 'id' | 'title' | 'rows' | 'figures'>;
export type Baseline = Published['baselines'][number];
export type Statement = Published['statements'][number];

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type ReadPublished =
  | { readonly ok: true; readonly published: Published }
  | { readonly ok: false; readonly reason: string };

/** `reason`: a sentence without its end, that says where in the file and what was expected. */
export function parsePublished(source: string): ReadPublished {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch {
    return { ok: false, reason: 'it is no JSON' };
  }
  const read = publishedSchema.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = issue?.path.map(String).join('.') ?? '';
    return {
      ok: false,
      reason: `${path === '' ? 'its top' : path} is wrong: ${issue?.message ?? 'unknown'}`,
    };
  }
  const reason = unknownReference(read.data);
  return reason === undefined ? { ok: true, published: read.data } : { ok: false, reason };
}

function unknownReference({ statements, baselines }: Published): string | undefined {
  const statementIds = new Set(statements.map(({ id }) => id));
  const baselineIds = new Set(baselines.map(({ id }) => id));
  for (const { id, all = [], baselines: under = [] } of statements) {
    const strange = all.find((one) => !statementIds.has(one)) ?? under.find((one) => !baselineIds.has(one));
    if (strange !== undefined) return `the statement ${id} names ${strange}, which the file does not have`;
  }
  return undefined;
}
