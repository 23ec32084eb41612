/**
 * The shape of the tables that say which fields a block has. The parser, the messages and the documentation all read
 * these tables; nothing else lists the keys.
 */
import { markdownTable } from './markdown-table.js';

/** How often a field may stand in one block. */
export type Times = '1' | '0..1' | '0..n';

export interface FieldRule<Key extends string = string> {
  readonly key: Key;
  readonly times: Times;
  readonly meaning: string;
}

export interface FieldTable<Key extends string = string> {
  /** The info string of the fence, and the block's name in messages. */
  readonly block: string;
  /** In the order in which a block is printed. */
  readonly fields: readonly FieldRule<Key>[];
}

export function keysOf(table: FieldTable): readonly string[] {
  return table.fields.map((field) => field.key);
}

export function isRequired(rule: FieldRule): boolean {
  return rule.times === '1';
}

export function mayRepeat(rule: FieldRule): boolean {
  return rule.times === '0..n';
}

/** The table as a Markdown table, one key a row. */
export function describeFields(table: FieldTable): string {
  const rows = table.fields.map(({ key, times, meaning }) => [`\`${key}\``, times, meaning]);
  return markdownTable([['Key', 'Times', 'Meaning'], ...rows]);
}
