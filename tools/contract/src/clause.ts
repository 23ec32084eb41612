/** A clause: one promise of an interface, as an RFC states it in a `contract` block. */
import type { FieldTable } from './field-table.js';
import type { ClauseId, OptionName, PropertyLink } from './identifier.js';
import type { TextPlace } from './source-text.js';

/** How strong a promise is, after RFC 2119. */
export const keywords = ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'MAY'] as const;

export type Keyword = (typeof keywords)[number];

/** What a clause says. */
export interface ClauseContent {
  readonly id: ClauseId;
  /** Earlier ids. */
  readonly was: readonly ClauseId[];
  /** The design options that promise it, at least one. Absent: every option does. */
  readonly options?: readonly OptionName[];
  readonly scope?: string;
  readonly when?: string;
  readonly unless?: string;
  /** The value of `Then`. */
  readonly guarantee: string;
  /** The one keyword in the guarantee. */
  readonly keyword: Keyword;
  readonly why: string;
  readonly models: readonly PropertyLink[];
  readonly unchecked?: string;
  readonly code: readonly string[];
  readonly tests: readonly string[];
  readonly benches: readonly string[];
  /** Message-IDs, with their angle brackets. */
  readonly threads: readonly string[];
}

/** Where each value stands: one place for a single value, one place an item for a list. */
export type PlacesOf<Content> = {
  readonly [Name in keyof Content]: NonNullable<Content[Name]> extends readonly unknown[]
    ? readonly TextPlace[]
    : TextPlace;
};

export interface Clause extends ClauseContent {
  readonly places: PlacesOf<ClauseContent> & { readonly block: TextPlace };
}

export const clauseTable = {
  block: 'contract',
  fields: [
    { key: 'Clause', times: '1', meaning: 'its id, unique in the RFC: lower-case words joined by dots' },
    { key: 'Was', times: '0..n', meaning: 'an earlier id of the clause' },
    {
      key: 'Option',
      times: '0..1',
      meaning: 'the design options that promise it, between commas; absent: all of them',
    },
    { key: 'Scope', times: '0..1', meaning: 'the call, callback, lock or object that it is about' },
    { key: 'When', times: '0..1', meaning: 'the condition under which it promises something' },
    { key: 'Unless', times: '0..1', meaning: 'the exception' },
    {
      key: 'Then',
      times: '1',
      meaning: 'the guarantee, with one of MUST, MUST NOT, SHOULD, SHOULD NOT, MAY',
    },
    { key: 'Why', times: '1', meaning: 'the reason; may name other clauses of the RFC' },
    {
      key: 'Model',
      times: '0..n',
      meaning: 'a property of the reference model, and after `@` the memory model that it needs',
    },
    { key: 'Unchecked', times: '0..1', meaning: 'the reason why nothing checks it' },
    { key: 'Code', times: '0..n', meaning: 'a file and function that implement it' },
    { key: 'Test', times: '0..n', meaning: 'a test of the implementation' },
    { key: 'Bench', times: '0..n', meaning: 'a measurement of what it costs' },
    { key: 'Thread', times: '0..n', meaning: 'the Message-ID of its discussion, in angle brackets' },
  ],
} as const satisfies FieldTable;

export type ClauseKey = (typeof clauseTable)['fields'][number]['key'];

export function isPromisedBy(clause: ClauseContent, option: OptionName): boolean {
  return clause.options === undefined || clause.options.includes(option);
}
