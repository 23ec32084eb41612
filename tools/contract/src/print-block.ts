/**
 * A clause or an objection to the text of its block, in the form that the table of fields gives it: keys in the table's
 * order, values from column 9 where the key is short enough, lines of at most 72 columns where the words allow it.
 *
 * A value is only broken at a single space between two words, because that is what joining the lines puts back.
 */
import assert from 'node:assert/strict';
import { type ClauseContent, type ClauseKey, clauseTable } from './clause.js';
import type { FieldTable } from './field-table.js';
import { printPropertyLink } from './identifier.js';
import { type ObjectionContent, type ObjectionKey, objectionTable } from './objection.js';

const width = 72;
const valueColumn = 8;

/** The whole block, fences included, with a line ending after the last. */
export function printClause(clause: ClauseContent): string {
  return ['```', clauseTable.block, '\n', printClauseBody(clause), '```\n'].join('');
}

/** The lines between the fences, each with its line ending. */
export function printClauseBody(clause: ClauseContent): string {
  return printBody(clauseTable, clauseValues(clause));
}

/** The whole block, fences included, with a line ending after the last. */
export function printObjection(objection: ObjectionContent): string {
  return ['```', objectionTable.block, '\n', printObjectionBody(objection), '```\n'].join('');
}

/** The lines between the fences, each with its line ending. */
export function printObjectionBody(objection: ObjectionContent): string {
  return printBody(objectionTable, objectionValues(objection));
}

function printBody<Key extends string>(
  table: FieldTable<Key>,
  values: Readonly<Record<Key, readonly string[]>>,
): string {
  return table.fields.flatMap(({ key }) => values[key].map((value) => printField(key, value))).join('');
}

/** One field. The value is what a parser gives: one line, not empty, without blanks at its ends. */
export function printField(key: string, value: string): string {
  assert(
    /^[^ \t\r\n](?:[^\r\n]*[^ \t\r\n])?$/.test(value),
    'a value is one trimmed line, as parseBlock makes it',
  );
  const lines: string[] = [];
  let line = `${key}:`.padEnd(valueColumn - 1);
  let isEmpty = true;
  for (const word of value.split(/(?<=[^ \t]) (?=[^ \t])/)) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(valueColumn - 1);
    }
    line += ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line, ''].join('\n');
}

function optional(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

/** The values of each key as the text of a block has them, in the table's order. */
export function clauseValues(clause: ClauseContent): Readonly<Record<ClauseKey, readonly string[]>> {
  return {
    Clause: [clause.id],
    Was: clause.was,
    Option: optional(clause.options?.join(', ')),
    Scope: optional(clause.scope),
    When: optional(clause.when),
    Unless: optional(clause.unless),
    Then: [clause.guarantee],
    Why: [clause.why],
    Model: clause.models.map(printPropertyLink),
    Unchecked: optional(clause.unchecked),
    Code: clause.code,
    Test: clause.tests,
    Bench: clause.benches,
    Thread: clause.threads,
  };
}

function objectionValues(objection: ObjectionContent): Readonly<Record<ObjectionKey, readonly string[]>> {
  return {
    Objection: [objection.id],
    From: [objection.from],
    Thread: objection.threads,
    Clause: objection.clauses,
    Says: [objection.says],
    Answer: optional(objection.answer),
    State: [objection.state],
    By: optional(objection.by),
    Revision: optional(objection.revision?.toString()),
  };
}
