/**
 * Another name for a clause, an option, a property or an objection, in all texts that may change. Patches and snapshots are
 * history and keep the old one; so that both can be told to be the same clause, its block says `Was:` if the old id has
 * been sent.
 */
import {
  type Clause,
  type ClauseId,
  isClauseId,
  isOptionName,
  lineSpan,
  type Place,
  parsePropertyLink,
  quoted,
  type Span,
} from '@quiesce/contract';
import type { Rfc } from '@quiesce/rfc';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { clausesNamed, knownIds } from './look-up.js';
import {
  mentionsInModels,
  mentionsInRfc,
  mentionsInTests,
  mentionsOfOption,
  mentionsOfProperty,
} from './mention.js';
import { editIn, rangeOf } from './position.js';
import type { ProjectIndex } from './project-index.js';
import { type Subject, subjectAt } from './subject.js';

export type Renamed =
  | { readonly kind: 'edits'; readonly edit: WorkspaceEdit }
  /** Why not, and what would do. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What could be renamed here; undefined if nothing can. */
export function renameableAt(
  rfc: Rfc,
  offset: number,
  index: ProjectIndex,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const subject = subjectAt(rfc, offset, knownIds(index));
  const name = subject === undefined ? undefined : nameOf(subject, rfc, index);
  return subject === undefined || name === undefined
    ? undefined
    : { range: rangeOf(subject.place), placeholder: name };
}

export function renameAt(rfc: Rfc, offset: number, name: string, index: ProjectIndex): Renamed {
  const subject = subjectAt(rfc, offset, knownIds(index));
  const old = subject === undefined ? undefined : nameOf(subject, rfc, index);
  if (subject === undefined || old === undefined)
    return refused('Unexpected place, expected the name of a clause, an option, a property or an objection');
  if (name === old) return { kind: 'edits', edit: { changes: {} } };
  switch (subject.kind) {
    case 'clause':
      return renameClause(old, name, index);
    case 'objection':
      return renameObjection(rfc, old, name, index);
    case 'option':
      return renameOption(rfc, old, name, index);
    case 'property':
      return renameProperty(old, name, index);
    default:
      return refused('Unexpected place, expected a name');
  }
}

/** Undefined for what has no name, and for names that are not the present ones. */
function nameOf(subject: Subject, rfc: Rfc, index: ProjectIndex): string | undefined {
  switch (subject.kind) {
    case 'clause':
      return subject.role !== 'earlier' && clausesNamed(subject.id, index).length > 0
        ? subject.id
        : undefined;
    case 'objection':
    case 'property':
      return subject.id;
    case 'option':
      return rfc.declaredOptions?.some(({ value }) => value === subject.name) === true
        ? subject.name
        : undefined;
    default:
      return undefined;
  }
}

const idRule = 'lower-case words joined by dots, each of letters, digits and dashes';

function renameClause(old: ClauseId, name: string, index: ProjectIndex): Renamed {
  if (!isClauseId(name)) return refused(`Unexpected id ${quoted(name)}, expected ${idRule}`);
  const own = clausesNamed(old, index);
  const [other] = clausesNamed(name, index);
  if (other !== undefined) {
    const { file, line } = other.clause.places.id;
    return refused(`Unexpected id ${name}, expected one that no clause has: ${file}:${line} has it`);
  }
  const sent = index.history.find(({ clauses }) => clauses.some(({ id }) => id === name));
  const isBack = own.some(({ clause }) => clause.was.includes(name));
  if (sent !== undefined && !isBack) {
    const revision = sent.frontMatter?.revision ?? 'that was sent';
    return refused(
      `Unexpected id ${name}, expected a new one: a clause of revision ${revision} had it, and an id is never used again`,
    );
  }
  const inRfcs = index.documents.flatMap(({ rfc }) => {
    const earlier = rfc.clauses.flatMap(({ places }) => places.was);
    const places = mentionsInRfc(rfc, old).filter(({ start }) => !earlier.some((one) => one.start === start));
    const was = own
      .filter((one) => one.rfc === rfc)
      .flatMap(({ clause }) => wasEdits(rfc, clause, name, index));
    return [
      ...places.map((place) => [place.file, { range: rangeOf(place), newText: name }] as const),
      ...was,
    ];
  });
  const elsewhere = [...mentionsInModels(index, old), ...mentionsInTests(index, old)];
  return edits([...inRfcs, ...replacements(elsewhere, name)], index);
}

/** `Was:` is added for an id that was sent, and taken away for one that is the present id again. */
function wasEdits(
  rfc: Rfc,
  clause: Clause,
  name: ClauseId,
  index: ProjectIndex,
): readonly (readonly [string, TextEdit])[] {
  const { source } = rfc;
  const gone = clause.was.flatMap((id, at) =>
    id === name ? [wholeLine(rfc, clause.places.was[at]!.line)] : [],
  );
  const removals = gone.map((span) => [source.file, editIn(source, span, '')] as const);
  if (clause.was.includes(clause.id) || !wasSent(rfc, clause.id, index)) return removals;
  const end = lineSpan(source, clause.places.id.endLine)?.end ?? clause.places.id.end;
  const ending = /\r\n?|\n/.exec(source.text.slice(end, end + 2))?.[0] ?? '\n';
  return [
    ...removals,
    [source.file, editIn(source, { start: end, end }, `${ending}Was:    ${clause.id}`)] as const,
  ];
}

/** Of an RFC without snapshots nobody knows: only its first revision has surely not been sent. */
function wasSent({ frontMatter }: Rfc, id: ClauseId, { history }: ProjectIndex): boolean {
  const own = history.filter((one) => one.frontMatter?.rfc === frontMatter?.rfc);
  if (own.length === 0) return (frontMatter?.revision ?? 1) > 1;
  return own.some(({ clauses }) => clauses.some((clause) => clause.id === id));
}

function wholeLine({ source }: Rfc, line: number): Span {
  const start = source.lineStarts[line - 1] ?? 0;
  return { start, end: source.lineStarts[line] ?? source.text.length };
}

function renameObjection(rfc: Rfc, old: string, name: string, index: ProjectIndex): Renamed {
  if (!isClauseId(name)) return refused(`Unexpected id ${quoted(name)}, expected ${idRule}`);
  if (rfc.objections.some(({ id }) => id === name))
    return refused(`Unexpected id ${name}, expected one that no objection of the RFC has`);
  const places = rfc.objections.filter(({ id }) => id === old).map((one) => one.places.id);
  return edits(replacements(places, name), index);
}

/** Within the RFC: what a model calls its options is the name of a member there, and is changed by whoever edits the model. */
function renameOption(rfc: Rfc, old: string, name: string, index: ProjectIndex): Renamed {
  if (!isOptionName(name))
    return refused(
      `Unexpected option ${quoted(name)}, expected one lower-case word of letters, digits and dashes`,
    );
  if (rfc.declaredOptions?.some(({ value }) => value === name) === true)
    return refused(`Unexpected option ${name}, expected one that the RFC does not have yet`);
  return edits(replacements(mentionsOfOption(rfc, old), name), index);
}

function renameProperty(old: string, name: string, index: ProjectIndex): Renamed {
  if (parsePropertyLink(name)?.property !== name)
    return refused(`Unexpected property ${quoted(name)}, expected topic/nameOfProperty`);
  if (index.models.some(({ description }) => description.properties.some(({ id }) => id === name)))
    return refused(`Unexpected property ${name}, expected one that the model does not have yet`);
  const inRfcs = index.documents.flatMap(({ rfc }) => mentionsOfProperty(rfc, old));
  return edits(replacements([...inRfcs, ...mentionsInModels(index, old)], name), index);
}

function replacements(places: readonly Place[], newText: string): readonly (readonly [string, TextEdit])[] {
  return places.map((place) => [place.file, { range: rangeOf(place), newText }] as const);
}

function edits(all: readonly (readonly [string, TextEdit])[], { uriOf }: ProjectIndex): Renamed {
  const changes: Record<string, TextEdit[]> = {};
  for (const [file, edit] of all) {
    const uri = uriOf(file);
    changes[uri] = [...(changes[uri] ?? []), edit];
  }
  return { kind: 'edits', edit: { changes } };
}

function refused(reason: string): Renamed {
  return { kind: 'refused', reason };
}
