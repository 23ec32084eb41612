/**
 * A contract block to a Clause: each field's value by its own grammar. A value that is wrong is a finding; the clause
 * exists only if all that it cannot do without is right: an id, a promise with one keyword, somebody who promises it, a reason.
 */
import { type Clause, type ClauseContent, type ClauseKey, clauseTable } from './clause.js';
import type { Diagnostic } from './diagnostic.js';
import type { ClauseId } from './identifier.js';
import { type BlockSpans, parseBlock } from './parse-block.js';
import { readKeyword } from './parse-keyword.js';
import {
  readFields,
  readId,
  readMessageId,
  readOptions,
  readPropertyLink,
  readText,
  type ValueReader,
} from './parse-value.js';
import { type Placed, separate } from './placed.js';
import { placeOf, type SourceText } from './source-text.js';

export interface ParsedClause {
  /** Undefined if the block misses what every clause has. */
  readonly clause: Clause | undefined;
  /** The id, which may be right where the clause is not. */
  readonly id: Placed<ClauseId> | undefined;
  /** The keys that have a value, right or wrong. */
  readonly keys: ReadonlySet<ClauseKey>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the contract block at `spans`. Any text gives a clause, findings, or both; nothing is thrown. */
export function parseClause(source: SourceText, spans: BlockSpans): ParsedClause {
  const block = parseBlock(source, spans, clauseTable);
  const diagnostics = [...block.diagnostics];
  const all = <Value>(key: ClauseKey, reader: ValueReader<Value>): readonly Placed<Value>[] => {
    const reading = readFields(source, block.fields, key, reader);
    diagnostics.push(...reading.diagnostics);
    return reading.items;
  };
  const one = <Value>(key: ClauseKey, reader: ValueReader<Value>) => all(key, reader)[0];

  const id = one('Clause', readId);
  const guarantee = one('Then', readText);
  const keyword = one('Then', readKeyword);
  const why = one('Why', readText);
  const options = all('Option', readOptions);
  const keys: ReadonlySet<ClauseKey> = new Set(block.fields.map(({ key }) => key));
  const promisesForAll = !keys.has('Option');
  const rest = {
    was: all('Was', readId),
    options: promisesForAll ? undefined : options,
    scope: one('Scope', readText),
    when: one('When', readText),
    unless: one('Unless', readText),
    models: all('Model', readPropertyLink),
    unchecked: one('Unchecked', readText),
    code: all('Code', readText),
    tests: all('Test', readText),
    benches: all('Bench', readText),
    threads: all('Thread', readMessageId),
  };
  const isPromised = promisesForAll || options.length > 0;
  if (
    id === undefined ||
    guarantee === undefined ||
    keyword === undefined ||
    why === undefined ||
    !isPromised
  ) {
    return { clause: undefined, id, keys, diagnostics };
  }
  const { content, places } = separate<ClauseContent>({ id, guarantee, keyword, why, ...rest });
  const clause = { ...content, places: { ...places, block: placeOf(source, spans.block) } };
  return { clause, id, keys, diagnostics };
}
