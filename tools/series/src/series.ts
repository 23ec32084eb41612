/** `series.json`: one patch series, beside its patches. */
import { isOptionName } from '@quiesce/contract';
import { z } from 'zod';
import { type Read, readJson } from './read-json.js';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .describe('a name of lower-case letters, digits and single dashes');

export const seriesSchema = z.strictObject({
  format: z.literal('quiesce-series'),
  version: z.literal(1),
  id,
  series: z.int().min(1).max(999).describe('the version of the series as it is sent, a whole number from 1'),
  title: z.string().min(1).describe('what stands in the subject of the cover letter'),
  on: id.optional().describe('the id of the series that this one is on'),
  rfc: z.int().min(1).max(9999).optional().describe('the number of an RFC, a whole number from 1'),
  option: z
    .string()
    .refine(isOptionName)
    .optional()
    .describe('the name of the design option that it implements, as the RFC has it'),
});

export type Series = z.output<typeof seriesSchema>;

/** `file` is only named in messages. */
export function parseSeries(text: string, file: string): Read<Series> {
  return readJson(seriesSchema, text, file);
}
