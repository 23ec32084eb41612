/** Values of the fields of a block, and the names of clauses in prose. */

import { keywords, objectionStates, type Span, textOf } from '@quiesce/contract';
import type { Block, Rfc } from '@quiesce/rfc';
import type { Candidate, Candidates } from './completion.js';
import { modelsOf } from './look-up.js';
import { escaped } from './markdown.js';
import type { ProjectIndex } from './project-index.js';
import { isState } from './subject.js';
import { lineAt } from './word.js';
import { keywordWords, memoryModelWords, stateWords } from './words.js';

const kinds = { value: 12, enumMember: 20, reference: 18, property: 10 } as const;

/** `key`: of the field that the offset is in; `prose` outside of blocks. */
export function valueItems(
  rfc: Rfc,
  key: string,
  offset: number,
  index: ProjectIndex,
  block: Block | undefined,
): Candidates {
  const word = wordAround(rfc, offset, /[\w.-]/);
  switch (key) {
    case 'Clause':
      return { replace: word, items: block?.kind === 'objection' ? clauseItems(rfc, index) : [] };
    case 'Was':
      return { replace: word, items: earlierItems(rfc, index) };
    case 'Option':
      return { replace: word, items: optionItems(rfc, offset, word) };
    case 'Model':
      return modelItems(rfc, offset, index, block);
    case 'State':
      return { replace: word, items: stateItems() };
    case 'Then': {
      const isWriting = /[A-Z]/.test(textOf(rfc.source, word).charAt(0));
      return {
        replace: word,
        items: isWriting || word.start === word.end ? keywordItems() : clauseItems(rfc, index),
      };
    }
    case 'Thread':
    case 'Code':
    case 'Test':
    case 'Bench':
    case 'From':
    case 'By':
    case 'Objection':
    case 'Revision':
      return { replace: word, items: [] };
    default:
      // Prose: nothing is offered before a word is begun.
      return { replace: word, items: word.start === word.end ? [] : clauseItems(rfc, index) };
  }
}

/** Those of the RFC first. */
function clauseItems(rfc: Rfc, { documents }: ProjectIndex): readonly Candidate[] {
  const own = documents.filter((one) => one.rfc === rfc);
  const others = documents.filter((one) => one.rfc !== rfc);
  return [...own, ...others].flatMap((one) =>
    one.rfc.clauses.map(({ id, keyword, guarantee }) => ({
      label: id,
      kind: kinds.reference,
      detail: keyword,
      documentation: escaped(guarantee),
    })),
  );
}

/** Ids that were sent, and that no clause has now. */
function earlierItems(rfc: Rfc, { history, documents }: ProjectIndex): readonly Candidate[] {
  const now = new Set(documents.flatMap((one) => one.rfc.clauses).flatMap(({ id, was }) => [id, ...was]));
  const own = history.filter(({ frontMatter }) => frontMatter?.rfc === rfc.frontMatter?.rfc);
  const sent = new Map(own.flatMap(({ clauses }) => clauses.map((clause) => [clause.id, clause] as const)));
  return [...sent.values()]
    .filter(({ id }) => !now.has(id))
    .map(({ id, guarantee }) => ({ label: id, kind: kinds.reference, documentation: escaped(guarantee) }));
}

/** Those that the field does not name yet. */
function optionItems(
  { source, declaredOptions = [] }: Rfc,
  offset: number,
  word: Span,
): readonly Candidate[] {
  const line = lineAt(source, offset);
  const around = [
    textOf(source, { start: line.start, end: word.start }),
    textOf(source, { start: word.end, end: line.end }),
  ].join(' ');
  const named = new Set(around.split(/[\s,]+/));
  return declaredOptions
    .filter(({ value }) => !named.has(value))
    .map(({ value }) => ({ label: value, kind: kinds.enumMember }));
}

/** Properties that name this clause first; after an `@`, memory models. */
function modelItems(rfc: Rfc, offset: number, index: ProjectIndex, block: Block | undefined): Candidates {
  const memory = /@[\w-]*$/.test(
    textOf(rfc.source, { start: lineAt(rfc.source, offset).start, end: offset }),
  );
  if (memory) {
    const items = Object.entries(memoryModelWords).map(([label, documentation]) => ({
      label,
      kind: kinds.enumMember,
      documentation,
    }));
    return { replace: wordAround(rfc, offset, /[\w-]/), items };
  }
  const id = block?.kind === 'contract' ? block.id?.value : undefined;
  const properties = modelsOf(rfc, index).flatMap(({ description }) => description.properties);
  const own = properties.filter(({ clause }) => clause === id);
  const others = properties.filter(({ clause }) => clause !== id);
  return {
    replace: wordAround(rfc, offset, /[\w/-]/),
    items: [...own, ...others].map(({ id: label, clause, kind }) => ({
      label,
      kind: kinds.property,
      detail: `${kind}, of ${clause}`,
    })),
  };
}

function keywordItems(): readonly Candidate[] {
  return keywords.map((label) => ({ label, kind: kinds.enumMember, documentation: keywordWords[label] }));
}

function stateItems(): readonly Candidate[] {
  return Object.keys(objectionStates)
    .filter(isState)
    .map((label) => ({ label, kind: kinds.enumMember, documentation: stateWords[label] }));
}

/** The characters around the offset that a name of this kind has. */
export function wordAround({ source }: Rfc, offset: number, character: RegExp): Span {
  const { text } = source;
  let start = offset;
  while (start > 0 && character.test(text.charAt(start - 1))) start -= 1;
  let end = offset;
  while (end < text.length && character.test(text.charAt(end))) end += 1;
  return { start, end };
}
