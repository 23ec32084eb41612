/**
 * All that names the thing under the cursor: for a clause the RFCs, the properties of models, the trailers and hunks of
 * patches, the comments of tests; for an option its RFC; for a property the clauses and the models.
 */
import type { Place, SourceText } from '@quiesce/contract';
import type { Rfc } from '@quiesce/rfc';
import type { DocumentHighlight, Location } from 'vscode-languageserver-protocol';
import { locationOf } from './definition.js';
import { clausesNamed, knownIds } from './look-up.js';
import {
  mentionsInModels,
  mentionsInRfc,
  mentionsInTests,
  mentionsOfOption,
  mentionsOfProperty,
} from './mention.js';
import { rangeOf } from './position.js';
import type { ProjectIndex } from './project-index.js';
import { type Subject, subjectAt } from './subject.js';
import { literalAt } from './word.js';

/** `withDefinition`: whether the place where a clause is defined is among them. */
export function referencesAt(
  rfc: Rfc,
  offset: number,
  index: ProjectIndex,
  withDefinition: boolean,
): readonly Location[] {
  const subject = subjectAt(rfc, offset, knownIds(index));
  if (subject === undefined) return [];
  return locationsOf(subject, rfc, index, withDefinition);
}

/** In a file that is no RFC, such as one of a model. */
export function referencesInSource(
  source: SourceText,
  offset: number,
  index: ProjectIndex,
  withDefinition: boolean,
): readonly Location[] {
  const name = literalAt(source, offset)?.text;
  if (name === undefined) return [];
  const places =
    clausesNamed(name, index).length > 0
      ? clausePlaces(name, index, withDefinition)
      : propertyPlaces(name, index);
  return places.map((place) => locationOf(place, index));
}

/** The same within the text, for an editor that marks them. */
export function highlightsAt(rfc: Rfc, offset: number, index: ProjectIndex): readonly DocumentHighlight[] {
  const subject = subjectAt(rfc, offset, knownIds(index));
  if (subject === undefined) return [];
  return placesOf(subject, rfc, index, true)
    .filter(({ file }) => file === rfc.source.file)
    .map((place) => ({ range: rangeOf(place) }));
}

function locationsOf(
  subject: Subject,
  rfc: Rfc,
  index: ProjectIndex,
  withDefinition: boolean,
): readonly Location[] {
  return placesOf(subject, rfc, index, withDefinition).map((place) => locationOf(place, index));
}

function placesOf(
  subject: Subject,
  rfc: Rfc,
  index: ProjectIndex,
  withDefinition: boolean,
): readonly Place[] {
  switch (subject.kind) {
    case 'clause':
      return clausePlaces(subject.id, index, withDefinition);
    case 'option':
      return mentionsOfOption(rfc, subject.name);
    case 'property':
      return propertyPlaces(subject.id, index);
    case 'message-id':
      return index.documents.flatMap((one) => mentionsInRfc(one.rfc, subject.id));
    case 'objection':
      return rfc.objections.filter(({ id }) => id === subject.id).map(({ places }) => places.id);
    case 'memory-model':
    case 'clause-key':
    case 'objection-key':
    case 'front-matter-key':
    case 'keyword':
    case 'state':
    case 'link':
      return [];
  }
}

function clausePlaces(id: string, index: ProjectIndex, withDefinition: boolean): readonly Place[] {
  const defined = clausesNamed(id, index).map(({ clause }) => clause.places.id);
  const isDefinition = ({ file, line, column }: Place): boolean =>
    defined.some((one) => one.file === file && one.line === line && one.column === column);
  const inRfcs = index.documents.flatMap(({ rfc }) => mentionsInRfc(rfc, id));
  const traced = index.traced().filter(({ clause }) => clause.id === id);
  const patches = traced.flatMap((one) => one.patches);
  const inPatches = patches.flatMap(({ place, hunks }) => [place, ...hunks.map((hunk) => hunk.place)]);
  const inTests = traced.flatMap(({ tests }) => tests.flatMap(({ places }) => places));
  return [
    ...(withDefinition ? inRfcs : inRfcs.filter((place) => !isDefinition(place))),
    ...mentionsInModels(index, id),
    ...inPatches,
    ...(traced.length > 0 ? inTests : mentionsInTests(index, id)),
  ];
}

function propertyPlaces(id: string, index: ProjectIndex): readonly Place[] {
  const inRfcs = index.documents.flatMap(({ rfc }) => mentionsOfProperty(rfc, id));
  return [...inRfcs, ...mentionsInModels(index, id)];
}
