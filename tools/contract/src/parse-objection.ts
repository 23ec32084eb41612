/** An objection block to an Objection: its state needs what makes it true, such as an answer where it is answered. */
import type { Diagnostic } from './diagnostic.js';
import type { Field } from './field.js';
import { nearestWord } from './nearest-word.js';
import {
  type Objection,
  type ObjectionContent,
  type ObjectionKey,
  type ObjectionState,
  objectionStates,
  objectionTable,
} from './objection.js';
import { type BlockSpans, parseBlock } from './parse-block.js';
import {
  readFields,
  readId,
  readMessageId,
  readText,
  right,
  type ValueReader,
  wrong,
} from './parse-value.js';
import { type Placed, separate } from './placed.js';
import { report } from './problems.js';
import { placeOf, type SourceText } from './source-text.js';

export interface ParsedObjection {
  /** Undefined if the block misses what every objection has. */
  readonly objection: Objection | undefined;
  /** The id, which may be right where the objection is not. */
  readonly id: Placed<string> | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the objection block at `spans`. Any text gives an objection, findings, or both; nothing is thrown. */
export function parseObjection(source: SourceText, spans: BlockSpans): ParsedObjection {
  const block = parseBlock(source, spans, objectionTable);
  const diagnostics = [...block.diagnostics];
  const all = <Value>(key: ObjectionKey, reader: ValueReader<Value>): readonly Placed<Value>[] => {
    const reading = readFields(source, block.fields, key, reader);
    diagnostics.push(...reading.diagnostics);
    return reading.items;
  };
  const one = <Value>(key: ObjectionKey, reader: ValueReader<Value>) => all(key, reader)[0];

  const id = one('Objection', readId);
  const from = one('From', readText);
  const says = one('Says', readText);
  const state = one('State', readState);
  const rest = {
    threads: all('Thread', readMessageId),
    clauses: all('Clause', readId),
    answer: one('Answer', readText),
    by: one('By', readText),
    revision: one('Revision', readRevision),
  };
  if (state !== undefined) diagnostics.push(...checkState(state, block.fields));
  if (id === undefined || from === undefined || says === undefined || state === undefined) {
    return { objection: undefined, id, diagnostics };
  }
  const { content, places } = separate<ObjectionContent>({ id, from, says, state, ...rest });
  return {
    objection: { ...content, places: { ...places, block: placeOf(source, spans.block) } },
    id,
    diagnostics,
  };
}

function checkState(
  { value: state, place }: Placed<ObjectionState>,
  fields: readonly Field[],
): readonly Diagnostic[] {
  const needed = objectionStates[state];
  if (needed === undefined || fields.some(({ key }) => key === needed)) return [];
  return [report('contract/incomplete-state', place, { state, key: needed })];
}

const readState: ValueReader<ObjectionState> = (_source, field) => {
  const { value: text, valuePlace: place } = field;
  const states = Object.keys(objectionStates) as ObjectionState[];
  const state = states.find((one) => one === text);
  if (state !== undefined) return right(state, place);
  const near = nearestWord(text, states);
  const { start, end } = place;
  const fix =
    near === undefined ? {} : { fix: { title: `Write ${near}`, edits: [{ start, end, text: near }] } };
  return wrong(report('contract/bad-state', place, { text, states, near }, fix));
};

const readRevision: ValueReader<number> = (_source, field) =>
  /^[1-9][0-9]{0,5}$/.test(field.value)
    ? right(Number(field.value), field.valuePlace)
    : wrong(report('contract/bad-revision', field.valuePlace, { text: field.value }));
