/** The RFCs of a project joined with its models: what both ends say of each other, before anything is explored. */
import {
  isInForce,
  linkPromises,
  type MemoryModel,
  secondClauses,
  secondNumbers,
} from '@quiesce/conformance';
import { byPlace, type Diagnostic } from '@quiesce/contract';
import type { ReadDocument } from '../documents.js';
import { type Part, readParts } from '../parts.js';
import type { Project } from '../project.js';
import type { World } from '../world.js';
import type { LinkedPart } from './selection.js';

/** One for each model of which an RFC is asked about; `read` are all documents of the project. */
export function linkProject(
  project: Project,
  read: readonly ReadDocument[],
  world: World,
): readonly LinkedPart[] {
  const heard = read.filter(({ document, isAsked }) => isAsked || isInForce(document));
  const asked = read.filter(({ isAsked }) => isAsked).map(({ document }) => document.file);
  const second = [
    ...secondClauses(heard.map(({ document }) => document)),
    ...secondNumbers(
      read.map(({ document }) => document),
      asked,
    ),
  ];
  return readParts(project, read, world).map((part) =>
    linkPart(part, second, project.config.defaults.memoryModel),
  );
}

/** `second`: findings about the RFCs of all parts together. */
function linkPart(part: Part, second: readonly Diagnostic[], memoryModel: MemoryModel): LinkedPart {
  const { documents, model } = part;
  const linked = linkPromises(
    documents.map(({ document }) => document),
    model.description,
    model.entry,
    memoryModel,
  );
  const others = documents.filter(({ isAsked }) => !isAsked).map(({ document }) => document.file);
  const asked = documents.filter(({ isAsked }) => isAsked).map(({ document }) => document.file);
  const diagnostics = [
    ...documents.flatMap((one) => one.diagnostics),
    ...linked.diagnostics.filter(({ place }) => !others.includes(place.file)),
    ...second.filter(({ place }) => asked.includes(place.file)),
  ].sort(byPlace);
  return { part, clauses: linked.clauses, diagnostics };
}
