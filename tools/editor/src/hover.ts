/** What an editor shows for the word under the cursor. */
import { clauseTable, type FieldRule, isPromisedBy, objectionTable } from '@quiesce/contract';
import { expectedOf, type Rfc } from '@quiesce/rfc';
import type { Hover, MarkupKind } from 'vscode-languageserver-protocol';
import { clauseCard } from './clause-card.js';
import { clausesNamed, knownIds, modelsOf } from './look-up.js';
import { escaped, paragraphs, withoutMarks } from './markdown.js';
import { rangeOf } from './position.js';
import type { ProjectIndex } from './project-index.js';
import { type Subject, subjectAt } from './subject.js';
import { keywordWords, memoryModelWords, stateWords } from './words.js';

/** `kind`: what the editor can show. Null where there is nothing to say. */
export function hoverAt(
  rfc: Rfc,
  offset: number,
  index: ProjectIndex,
  kind: MarkupKind = 'markdown',
): Hover | null {
  const subject = subjectAt(rfc, offset, knownIds(index));
  if (subject === undefined) return null;
  const text = describe(subject, rfc, index);
  if (text === undefined) return null;
  const value = kind === 'markdown' ? text : withoutMarks(text);
  return { contents: { kind, value }, range: rangeOf(subject.place) };
}

function describe(subject: Subject, rfc: Rfc, index: ProjectIndex): string | undefined {
  switch (subject.kind) {
    case 'clause':
      return describeClause(subject.id, rfc, index);
    case 'objection':
      return describeObjection(subject.id, rfc);
    case 'option':
      return describeOption(subject.name, rfc, index);
    case 'property':
      return describeProperty(subject.id, rfc, index);
    case 'memory-model':
      return memoryModelWords[subject.name];
    case 'clause-key':
      return describeKey(clauseTable.fields.find(({ key }) => key === subject.key)!);
    case 'objection-key':
      return describeKey(objectionTable.fields.find(({ key }) => key === subject.key)!);
    case 'front-matter-key':
      return `**${subject.key}**: ${escaped(expectedOf(subject.key))}`;
    case 'keyword':
      return `**${subject.keyword}**: ${keywordWords[subject.keyword]}`;
    case 'state':
      return `**${subject.state}**: ${stateWords[subject.state]}`;
    case 'message-id':
      return `Message-ID ${escaped(subject.id)}`;
    case 'link':
      return describeKey(clauseTable.fields.find(({ key }) => key === subject.key)!);
  }
}

function describeClause(id: string, rfc: Rfc, index: ProjectIndex): string | undefined {
  // A clause of the file in the editor comes first: another one may, wrongly, have the same id.
  const [found] = clausesNamed(id, index).toSorted(
    (left, right) => Number(right.rfc === rfc) - Number(left.rfc === rfc),
  );
  if (found !== undefined) {
    const options = found.rfc.declaredOptions?.map(({ value }) => value) ?? [];
    return clauseCard(found.clause, options, index);
  }
  const sent = index.history.findLast(({ clauses }) => clauses.some((clause) => clause.id === id));
  if (sent === undefined) return undefined;
  const revision = sent.frontMatter?.revision ?? '?';
  const now = index.documents.flatMap((document) => document.rfc.clauses).find(({ was }) => was.includes(id));
  const guarantee = sent.clauses.find((clause) => clause.id === id)!.guarantee;
  return paragraphs([
    `**${id}**: of revision ${revision}, ${now === undefined ? 'removed since' : `now ${now.id}`}`,
    `*Then:* ${escaped(guarantee)}`,
  ]);
}

function describeObjection(id: string, { objections }: Rfc): string | undefined {
  const objection = objections.find((one) => one.id === id);
  if (objection === undefined) return undefined;
  const { from, says, state, answer } = objection;
  return paragraphs([
    `**${id}**: ${state}, from ${escaped(from)}`,
    escaped(says),
    ...(answer === undefined ? [] : [`*Answer:* ${escaped(answer)}`]),
  ]);
}

function describeOption(name: string, rfc: Rfc, index: ProjectIndex): string {
  const isDeclared = rfc.declaredOptions?.some(({ value }) => value === name) === true;
  const promised = rfc.clauses.filter((clause) => isPromisedBy(clause, name)).map(({ id }) => id);
  const models = modelsOf(rfc, index);
  const lacks = models.filter(({ description }) => !description.options.includes(name));
  return paragraphs([
    `**${name}**: ${isDeclared ? 'a design option of this RFC' : 'no option that this RFC declares'}`,
    ...lacks.map(({ entry }) => `The model ${escaped(entry)} has no such option.`),
    promised.length === 0
      ? 'It promises no clause.'
      : `It promises ${promised.length} of ${rfc.clauses.length} clauses: ${promised.join(', ')}`,
  ]);
}

function describeProperty(id: string, rfc: Rfc, index: ProjectIndex): string | undefined {
  for (const { description } of modelsOf(rfc, index)) {
    const property = description.properties.find((one) => one.id === id);
    if (property === undefined) continue;
    const { clause, kind, scenarios, place } = property;
    const titles = description.scenarios
      .filter((scenario) => scenarios === null || scenarios.includes(scenario.id))
      .map((scenario) => `${scenario.id} (${escaped(scenario.title)})`);
    return paragraphs([
      `**${id}**: ${kindWords[kind]}`,
      `*Clause:* ${clause}`,
      `*Asked in:* ${scenarios === null ? `all scenarios (${titles.length})` : titles.join(', ')}`,
      `[${escaped(place.file)}:${place.line}](${index.uriOf(place.file)}#L${place.line})`,
    ]);
  }
  return index.isRead ? undefined : `**${id}**: the models are being read`;
}

const kindWords = {
  always: 'a property that no run may violate',
  sometimes: 'a property that some run has to show',
  liveness: 'a property of what must happen in the end, on fair runs',
} as const;

function describeKey({ key, times, meaning }: FieldRule): string {
  return `**${key}** (${timesWords[times]}): ${escaped(meaning)}`;
}

const timesWords = { '1': 'once', '0..1': 'at most once', '0..n': 'any number of times' } as const;
