/**
 * What stands at a position of an RFC. All answers but completion begin here: hover describes the subject, definition and
 * references lead from it to others, rename gives it another name.
 */
import {
  type ClauseKey,
  clauseTable,
  type Field,
  isClauseId,
  isMessageId,
  type Keyword,
  keywords,
  type ObjectionKey,
  type ObjectionState,
  objectionStates,
  objectionTable,
  parseBlock,
  parsePropertyLink,
  placeOf,
  type SourceText,
  type Span,
  type TextPlace,
} from '@quiesce/contract';
import type { Block, FrontMatter, Rfc } from '@quiesce/rfc';
import { wordAt } from './word.js';

/** `place` is where it stands here. */
export type Subject = { readonly place: TextPlace } & (
  | { readonly kind: 'clause'; readonly id: string; readonly role: 'definition' | 'earlier' | 'mention' }
  | { readonly kind: 'objection'; readonly id: string }
  | { readonly kind: 'option'; readonly name: string }
  | { readonly kind: 'property'; readonly id: string }
  | { readonly kind: 'memory-model'; readonly name: string }
  | { readonly kind: 'clause-key'; readonly key: ClauseKey }
  | { readonly kind: 'objection-key'; readonly key: ObjectionKey }
  | { readonly kind: 'front-matter-key'; readonly key: keyof FrontMatter }
  | { readonly kind: 'keyword'; readonly keyword: Keyword }
  | { readonly kind: 'state'; readonly state: ObjectionState }
  | { readonly kind: 'message-id'; readonly id: string }
  | { readonly kind: 'link'; readonly key: 'Code' | 'Test' | 'Bench'; readonly value: string }
);

/** `isKnown` tells ids of the project's clauses: in prose, only these are taken for one. */
export function subjectAt(rfc: Rfc, offset: number, isKnown: (id: string) => boolean): Subject | undefined {
  const block = blockAt(rfc, offset);
  const inBlock = block === undefined ? undefined : subjectInBlock(rfc.source, block, offset, isKnown);
  return inBlock ?? subjectInFrontMatter(rfc, offset) ?? subjectInProse(rfc.source, offset, isKnown);
}

export function blockAt({ blocks }: Rfc, offset: number): Block | undefined {
  return blocks.find(({ fence }) => isIn(fence.place, offset));
}

/** The fields of a block, right or wrong, as far as they are fields at all. */
export function fieldsOf(
  source: SourceText,
  { kind, fence }: Block,
): readonly Field<ClauseKey | ObjectionKey>[] {
  const spans = { block: fence.place, body: fence.body };
  return kind === 'contract'
    ? parseBlock(source, spans, clauseTable).fields
    : parseBlock(source, spans, objectionTable).fields;
}

function subjectInBlock(
  source: SourceText,
  block: Block,
  offset: number,
  isKnown: (id: string) => boolean,
): Subject | undefined {
  const field = fieldsOf(source, block).find(
    ({ keyPlace, valuePlace }) => keyPlace.start <= offset && offset <= valuePlace.end,
  );
  if (field === undefined) return undefined;
  if (isIn(field.keyPlace, offset)) return keySubject(block.kind, field);
  const { key, value, valuePlace } = field;
  const at = (pattern: RegExp) => wordAt(source, offset, pattern);
  switch (key) {
    case 'Clause': {
      const role = block.kind === 'contract' ? 'definition' : 'mention';
      return isClauseId(value) ? { kind: 'clause', id: value, role, place: valuePlace } : undefined;
    }
    case 'Was':
      return isClauseId(value)
        ? { kind: 'clause', id: value, role: 'earlier', place: valuePlace }
        : undefined;
    case 'Objection':
      return { kind: 'objection', id: value, place: valuePlace };
    case 'Option': {
      const word = at(/[^\s,]+/g);
      return word === undefined ? undefined : { kind: 'option', name: word.text, place: word.place };
    }
    case 'Then':
      return keywordAt(source, offset) ?? subjectInProse(source, offset, isKnown);
    case 'Model':
      return modelSubject(source, offset, value, valuePlace);
    case 'Thread':
      return isMessageId(value) ? { kind: 'message-id', id: value, place: valuePlace } : undefined;
    case 'State':
      return isState(value) ? { kind: 'state', state: value, place: valuePlace } : undefined;
    case 'Code':
    case 'Test':
    case 'Bench':
      return { kind: 'link', key, value, place: valuePlace };
    default:
      return subjectInProse(source, offset, isKnown);
  }
}

function keySubject(kind: Block['kind'], { key, keyPlace: place }: Field): Subject | undefined {
  if (kind === 'contract') {
    const rule = clauseTable.fields.find((one) => one.key === key);
    return rule === undefined ? undefined : { kind: 'clause-key', key: rule.key, place };
  }
  const rule = objectionTable.fields.find((one) => one.key === key);
  return rule === undefined ? undefined : { kind: 'objection-key', key: rule.key, place };
}

function keywordAt(source: SourceText, offset: number): Subject | undefined {
  const word = wordAt(source, offset, /\b(?:MUST|SHOULD)(?: NOT)?\b|\bMAY\b/g);
  const keyword = keywords.find((one) => one === word?.text);
  return word === undefined || keyword === undefined
    ? undefined
    : { kind: 'keyword', keyword, place: word.place };
}

function modelSubject(
  source: SourceText,
  offset: number,
  value: string,
  place: TextPlace,
): Subject | undefined {
  const link = parsePropertyLink(value);
  if (link === undefined) return undefined;
  const end = place.start + link.property.length;
  if (offset <= end)
    return { kind: 'property', id: link.property, place: placeOf(source, { start: place.start, end }) };
  const name = link.memoryModel;
  if (name === undefined) return undefined;
  const start = place.end - name.length - 1;
  return offset < start
    ? undefined
    : { kind: 'memory-model', name, place: placeOf(source, { start, end: place.end }) };
}

function subjectInFrontMatter(rfc: Rfc, offset: number): Subject | undefined {
  const [first] = rfc.tree.children;
  if (first?.type !== 'yaml' || offset > (first.position?.end.offset ?? 0) + rfc.markdownOffset)
    return undefined;
  const option = rfc.declaredOptions?.find(({ place }) => isIn(place, offset));
  if (option !== undefined) return { kind: 'option', name: option.value, place: option.place };
  const word = wordAt(rfc.source, offset, /^[a-z]+(?=[ \t]*:)/gm);
  const key = (Object.keys(rfc.frontMatterPlaces) as (keyof FrontMatter)[]).find((one) => one === word?.text);
  return word === undefined || key === undefined
    ? undefined
    : { kind: 'front-matter-key', key, place: word.place };
}

function subjectInProse(
  source: SourceText,
  offset: number,
  isKnown: (id: string) => boolean,
): Subject | undefined {
  const message = wordAt(source, offset, /<[^\s<>@]+@[^\s<>@]+>/g);
  if (message !== undefined) return { kind: 'message-id', id: message.text, place: message.place };
  const word = wordAt(source, offset, /[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*/g);
  if (word === undefined || !isKnown(word.text)) return undefined;
  return { kind: 'clause', id: word.text, role: 'mention', place: word.place };
}

export function isState(text: string): text is ObjectionState {
  return Object.hasOwn(objectionStates, text);
}

/** The end counts too: an editor's cursor may stand behind the last letter of a word. */
function isIn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
