/** Readers for the values of fields: one value each, by the grammar of its key. Shared by all kinds of block. */
import { type Field, itemsOf, placeInValue } from './field.js';
import {
  asIdentifier,
  type ClauseId,
  isClauseId,
  isMessageId,
  isOptionName,
  type OptionName,
  type PropertyLink,
  parsePropertyLink,
} from './identifier.js';
import type { Placed, Reading } from './placed.js';
import { report } from './problems.js';
import { type SourceText, type TextPlace, textOf } from './source-text.js';

export type ValueReader<Value> = (source: SourceText, field: Field) => Reading<Value>;

/** Reads all fields with one key. An item that stands twice is a finding and kept once. */
export function readFields<Key extends string, Value>(
  source: SourceText,
  fields: readonly Field<Key>[],
  key: Key,
  reader: ValueReader<Value>,
): Reading<Value> {
  const items: Placed<Value>[] = [];
  const seen = new Map<string, TextPlace>();
  const readings = fields.filter((field) => field.key === key).map((field) => reader(source, field));
  const diagnostics = readings.flatMap((reading) => reading.diagnostics);
  for (const item of readings.flatMap((reading) => reading.items)) {
    const text = textOf(source, item.place);
    const first = seen.get(text);
    if (first === undefined) {
      seen.set(text, item.place);
      items.push(item);
    } else {
      const related = [{ place: first, message: 'the first is here' }];
      diagnostics.push(report('contract/repeated-item', item.place, { text, key }, { related }));
    }
  }
  return { items, diagnostics };
}

export const readText: ValueReader<string> = (_source, field) => right(field.value, field.valuePlace);

export const readId: ValueReader<ClauseId> = (_source, field) =>
  isClauseId(field.value)
    ? right(field.value, field.valuePlace)
    : wrong(
        report(
          'contract/bad-id',
          field.valuePlace,
          { text: field.value, key: field.key },
          respelling(field.value, field.valuePlace, isClauseId),
        ),
      );

export const readOptions: ValueReader<OptionName> = (source, field) => {
  const readings = itemsOf(field.value, ',').map(({ text, part }) => {
    if (isOptionName(text)) return right(text, placeInValue(source, field, part));
    const place = placeInValue(source, field, text === '' ? { start: part.start, end: part.end + 1 } : part);
    return wrong(report('contract/bad-option', place, { text }, respelling(text, place, isOptionName)));
  });
  return {
    items: readings.flatMap((reading) => reading.items),
    diagnostics: readings.flatMap((reading) => reading.diagnostics),
  };
};

export const readPropertyLink: ValueReader<PropertyLink> = (_source, field) => {
  const link = parsePropertyLink(field.value);
  return link === undefined
    ? wrong(report('contract/bad-property', field.valuePlace, { text: field.value }))
    : right(link, field.valuePlace);
};

export const readMessageId: ValueReader<string> = (_source, field) => {
  const { value: text, valuePlace: place } = field;
  if (isMessageId(text)) return right(text, place);
  const fix = {
    title: 'Add the angle brackets',
    edits: [{ start: place.start, end: place.end, text: `<${text}>` }],
  };
  return wrong(report('contract/bad-message-id', place, { text }, isMessageId(`<${text}>`) ? { fix } : {}));
};

export function right<Value>(value: Value, place: TextPlace): Reading<Value> {
  return { items: [{ value, place }], diagnostics: [] };
}

export function wrong(diagnostic: Reading<never>['diagnostics'][number]): Reading<never> {
  return { items: [], diagnostics: [diagnostic] };
}

/** A fix that writes the nearest text that is an identifier, where there is one. */
function respelling(text: string, { start, end }: TextPlace, accepts: (text: string) => boolean) {
  const near = asIdentifier(text, accepts);
  return near === undefined ? {} : { fix: { title: `Write ${near}`, edits: [{ start, end, text: near }] } };
}
