/** The line map of a mail as a file: what was sent, line by line, and where each line comes from. */
import { z } from 'zod';
import type { LineOrigin } from './mail-line.js';
import type { RenderedMail } from './render-mail.js';

const line = z.int().positive();

/** Raised when a reader of the old version could misunderstand the new one. */
const version = 1;

export const mailMapSchema = z
  .strictObject({
    format: z.literal('quiesce-mail-map'),
    version: z.literal(version),
    rfc: z.strictObject({
      file: z.string().describe('relative to the folder of quiesce.json'),
      number: line,
      revision: line,
    }),
    lines: z
      .array(
        z.strictObject({
          text: z.string(),
          source: z
            .strictObject({ first: line, last: line })
            .nullable()
            .describe('lines of the RFC, 1-based, both inclusive; null where none says it'),
          clause: z.string().nullable().describe('that the line states, or tells something of'),
          section: z.string().nullable().describe('title'),
        }) satisfies z.ZodType<LineOrigin & { readonly text: string }>,
      )
      .describe('one for each line of the mail'),
  })
  .meta({
    title: 'Line map of a mail',
    description: 'Of each line of a mail, where in the RFC it comes from.',
  });

export type MailMap = z.infer<typeof mailMapSchema>;

/** As JSON; ends with a line feed. */
export function mailMapJson(
  rfc: { readonly file: string; readonly number: number; readonly revision: number },
  { text, map }: RenderedMail,
): string {
  const texts = text.split('\n');
  const mapped = map.map((origin, index): string =>
    // A line each: the file is read beside the mail.
    JSON.stringify({ text: texts[index] ?? '', ...origin } satisfies MailMap['lines'][number]),
  );
  const head = JSON.stringify({ format: 'quiesce-mail-map', version, rfc }).slice(0, -1);
  return `${head},"lines":[\n${mapped.join(',\n')}\n]}\n`;
}
