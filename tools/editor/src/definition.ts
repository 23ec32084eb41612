/**
 * Where the thing under the cursor is defined. A name leads from the RFC to what it names: a clause to its block, a property
 * to its monitor in the model, Code to the hunks of patches, Test to the test, an option to the front matter, an earlier id
 * to the text in which it was sent. From a model, the name of a clause leads to the RFC, and that of a property to where
 * clauses name it.
 */
import type { Place, SourceText } from '@quiesce/contract';
import type { Rfc } from '@quiesce/rfc';
import type { Location } from 'vscode-languageserver-protocol';
import { clausesNamed, knownIds, modelsOf } from './look-up.js';
import { mentionsOfProperty } from './mention.js';
import { rangeOf } from './position.js';
import type { ProjectIndex } from './project-index.js';
import { blockAt, type Subject, subjectAt } from './subject.js';
import { literalAt } from './word.js';

export function definitionAt(rfc: Rfc, offset: number, index: ProjectIndex): readonly Location[] {
  const subject = subjectAt(rfc, offset, knownIds(index));
  if (subject === undefined) return [];
  return definitionsOf(subject, rfc, offset, index).map((place) => locationOf(place, index));
}

/** In a file that is no RFC, such as one of a model. */
export function definitionInSource(
  source: SourceText,
  offset: number,
  index: ProjectIndex,
): readonly Location[] {
  const name = literalAt(source, offset)?.text;
  if (name === undefined) return [];
  const clauses = clausesNamed(name, index).map(({ clause }) => clause.places.id);
  const named = index.documents.flatMap(({ rfc }) => mentionsOfProperty(rfc, name));
  return [...clauses, ...named].map((place) => locationOf(place, index));
}

export function locationOf(place: Place, { uriOf }: ProjectIndex): Location {
  return { uri: uriOf(place.file), range: rangeOf(place) };
}

function definitionsOf(subject: Subject, rfc: Rfc, offset: number, index: ProjectIndex): readonly Place[] {
  switch (subject.kind) {
    case 'clause':
      return subject.role === 'earlier' ? sentPlaces(subject.id, index) : clausePlaces(subject.id, index);
    case 'objection':
      return rfc.objections.filter(({ id }) => id === subject.id).map(({ places }) => places.id);
    case 'option':
      return (rfc.declaredOptions ?? [])
        .filter(({ value }) => value === subject.name)
        .map(({ place }) => place);
    case 'property':
      return modelsOf(rfc, index)
        .flatMap(({ description }) => description.properties)
        .filter(({ id }) => id === subject.id)
        .map(({ place }) => place);
    case 'link':
      return linkPlaces(subject.key, subject.value, rfc, offset, index);
    case 'message-id':
      return index
        .traced()
        .flatMap(({ patches }) => patches)
        .filter(({ messageId }) => messageId === subject.id)
        .map(({ place }) => place)
        .slice(0, 1);
    case 'memory-model':
    case 'clause-key':
    case 'objection-key':
    case 'front-matter-key':
    case 'keyword':
    case 'state':
      return [];
  }
}

/** An id that nobody has any more leads to the clause that had it, or to the text that had it last. */
function clausePlaces(id: string, index: ProjectIndex): readonly Place[] {
  const own = clausesNamed(id, index).map(({ clause }) => clause.places.id);
  if (own.length > 0) return own;
  const blocks = index.documents.flatMap(({ rfc }) => rfc.blocks);
  const unread = blocks.flatMap((block) =>
    block.kind === 'contract' && block.id?.value === id ? [block.id.place] : [],
  );
  if (unread.length > 0) return unread;
  const renamed = index.documents
    .flatMap(({ rfc }) => rfc.clauses)
    .filter(({ was }) => was.includes(id))
    .map(({ places }) => places.id);
  return renamed.length > 0 ? renamed : sentPlaces(id, index);
}

/** In the last snapshot that has it. */
function sentPlaces(id: string, { history }: ProjectIndex): readonly Place[] {
  const sent = history.flatMap(({ clauses }) => clauses.filter((clause) => clause.id === id));
  return sent.slice(-1).map(({ places }) => places.id);
}

/** What the link of a clause leads to: those of its far ends that are in the file that it names, or else all. */
function linkPlaces(
  key: 'Code' | 'Test' | 'Bench',
  value: string,
  rfc: Rfc,
  offset: number,
  index: ProjectIndex,
): readonly Place[] {
  const block = blockAt(rfc, offset);
  const id = block?.kind === 'contract' ? block.id?.value : undefined;
  const traced = index.traced().find((one) => one.clause.id === id);
  if (traced === undefined || key === 'Bench') return [];
  const [path = ''] = value.split(/[\s,]+/);
  const ends =
    key === 'Code'
      ? traced.patches.flatMap(({ hunks }) => hunks.map((hunk) => ({ file: hunk.path, place: hunk.place })))
      : traced.tests.flatMap(({ file, places }) =>
          testPlaces(file, places).map((place) => ({ file, place })),
        );
  const inFile = ends.filter(({ file }) => file.includes(path) || path.includes(file));
  return (inFile.length > 0 ? inFile : ends).map(({ place }) => place);
}

function testPlaces(file: string, places: readonly Place[]): readonly Place[] {
  return places.length > 0 ? places : [{ file, line: 1, column: 1 }];
}
