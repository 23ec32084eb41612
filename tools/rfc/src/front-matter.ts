/** What stands in the front matter of an RFC: short values that only machines need. One table of keys, as a zod schema. */
import { isOptionName, markdownTable, type TextPlace } from '@quiesce/contract';
import { z } from 'zod';

export const statuses = ['draft', 'review', 'accepted', 'withdrawn', 'superseded'] as const;

export type Status = (typeof statuses)[number];

export interface FrontMatter {
  readonly rfc: number;
  readonly title: string;
  readonly revision: number;
  readonly status: Status;
  /** The names of the design options, in the order in which they are shown. */
  readonly options: readonly string[];
  /** Numbers of the RFCs that this one replaces. */
  readonly supersedes?: readonly number[];
  /** Addresses of mailing lists. */
  readonly lists?: readonly string[];
  readonly authors?: readonly string[];
}

/** Where each value stands, for the keys that the front matter has. */
export type FrontMatterPlaces = { readonly [Key in keyof FrontMatter]?: TextPlace };

const natural = z.int().positive();
const text = z.string().regex(/\S/);

/** The description of each field is what messages say that they expected. */
export const frontMatterSchema = z.strictObject({
  rfc: natural.describe('the number of the RFC, a whole number from 1'),
  title: text.describe('a text'),
  revision: natural.max(9999).describe('a whole number from 1 to 9999'),
  status: z.enum(statuses).describe(`one of ${statuses.join(', ')}`),
  options: z
    .array(z.string().refine(isOptionName))
    .min(1)
    .describe('a list of design options, each one lower-case word of letters, digits and dashes'),
  supersedes: z.array(natural).min(1).exactOptional().describe('a list of numbers of RFCs'),
  lists: z.array(z.email()).min(1).exactOptional().describe('a list of mail addresses'),
  authors: z.array(text).min(1).exactOptional().describe('a list of names'),
}) satisfies z.ZodType<FrontMatter>;

export type FrontMatterKey = keyof FrontMatter;

export const frontMatterKeys = Object.keys(frontMatterSchema.shape) as readonly FrontMatterKey[];

export function isFrontMatterKey(key: unknown): key is FrontMatterKey {
  return frontMatterKeys.some((one) => one === key);
}

/** What a value of the key should have been, for a message. */
export function expectedOf(key: FrontMatterKey): string {
  return frontMatterSchema.shape[key].description ?? 'another value';
}

/** What an item of the list should have been. */
export function expectedItemOf(key: FrontMatterKey): string {
  return expectedItems[key] ?? expectedOf(key);
}

const expectedItems: { readonly [Key in FrontMatterKey]?: string } = {
  options: 'a design option, one lower-case word of letters, digits and dashes',
  supersedes: 'the number of an RFC',
  lists: 'a mail address, such as list@example.org',
  authors: 'a name',
};

/** The keys as a Markdown table. */
export function describeFrontMatter(): string {
  // What empty front matter lacks: an optional key may be absent, but not be there without a value.
  const needed = new Set(frontMatterSchema.safeParse({}).error?.issues.map(({ path }) => path[0]));
  const rows = frontMatterKeys.map((key) => [`\`${key}\``, needed.has(key) ? '1' : '0..1', expectedOf(key)]);
  return markdownTable([['Key', 'Times', 'Value'], ...rows]);
}
