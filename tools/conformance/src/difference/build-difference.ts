/** From what differs between RFCs to the report of it. */
import { type Clause, type Objection, type ObjectionKey, objectionTable } from '@quiesce/contract';
import {
  type ClauseDifference,
  clauseChanges,
  type FieldDifference,
  type ObjectionDifference,
  type Rfc,
  type RfcDifference,
  type SectionDifference,
  wordDiff,
} from '@quiesce/rfc';
import { type Behaviour, isDoubt, isLoss } from '../compare/behaviour.js';
import {
  type DifferencePart,
  type DifferenceReport,
  differenceReportVersion,
  type ReportedClause,
  type ReportedDifference,
} from './difference-report.js';

/** An RFC between two revisions. A name is absent where the RFC is not there: it is then compared with an empty text. */
export interface NamedDifference {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly difference: RfcDifference;
  /** What the model says; absent where it was not asked. */
  readonly behaviour?: readonly Behaviour[];
}

/** RFCs in which nothing of what is asked for differs are left out. */
export function buildDifference(
  compared: readonly NamedDifference[],
  part: DifferencePart,
): DifferenceReport {
  const differences = compared.map((one) => reported(one, part)).filter((one) => !isEmpty(one));
  return {
    format: 'quiesce-difference',
    version: differenceReportVersion,
    differences,
    summary: sumOf(differences),
  };
}

function sumOf(differences: readonly ReportedDifference[]): DifferenceReport['summary'] {
  const clauses = differences.flatMap((one) => one.clauses);
  const counts = clauseChanges.map((change) => {
    return [change, clauses.filter(({ changes }) => changes.includes(change)).length] as const;
  });
  return {
    changes: Object.fromEntries(counts) as DifferenceReport['summary']['changes'],
    certainLosses: clauses.filter(({ loss }) => loss === 'certain').length,
    possibleLosses: clauses.filter(({ loss }) => loss === 'possible').length,
    modelLosses: differences.flatMap(({ behaviour }) => behaviour.filter(isLoss)).length,
    modelDoubts: differences.flatMap(({ behaviour }) => behaviour.filter(isDoubt)).length,
  };
}

function isEmpty({
  clauses,
  behaviour,
  moved,
  objections,
  frontMatter,
  sections,
}: ReportedDifference): boolean {
  return [clauses, behaviour, moved, objections, frontMatter, sections].every(({ length }) => length === 0);
}

function reported(
  { before, after, difference, behaviour = [] }: NamedDifference,
  part: DifferencePart,
): ReportedDifference {
  const { clauses, moved, objections, frontMatter, sections } = difference;
  const hasClauses = part !== 'prose';
  const hasAll = part === 'all';
  const lost = behaviour.filter((one) => isLoss(one) || isDoubt(one)).map(({ clause }) => clause);
  const shown =
    part === 'losses' ? clauses.filter(({ id, loss }) => loss !== 'none' || lost.includes(id)) : clauses;
  const told =
    part === 'losses'
      ? behaviour.filter(({ clause }) => lost.includes(clause) || shown.some(({ id }) => id === clause))
      : behaviour;
  return {
    rfc: difference.after.frontMatter?.rfc ?? difference.before.frontMatter?.rfc ?? null,
    before: sideOf(before, difference.before),
    after: sideOf(after, difference.after),
    clauses: hasClauses ? shown.map(reportedClause) : [],
    behaviour: hasClauses ? told : [],
    moved: hasAll || part === 'clauses' ? moved : [],
    objections: hasAll ? objections.map(reportedObjection) : [],
    frontMatter: hasAll ? frontMatter : [],
    sections: hasAll || part === 'prose' ? sections.map(reportedSection) : [],
  };
}

function sideOf(name: string | undefined, { source, title, frontMatter }: Rfc): ReportedDifference['before'] {
  if (name === undefined) return null;
  const { revision = null, status = null } = frontMatter ?? {};
  return { name, file: source.file, title, revision, status };
}

function reportedClause({
  id,
  changes,
  loss,
  reasons,
  before,
  after,
  fields,
}: ClauseDifference): ReportedClause {
  return {
    id,
    changes,
    loss,
    reasons,
    before: clauseSide(before),
    after: clauseSide(after),
    fields: fields.map(reportedField),
  };
}

function clauseSide(clause: Clause | undefined): ReportedClause['before'] {
  if (clause === undefined) return null;
  const { id, keyword, guarantee, places } = clause;
  return { id, line: places.id.line, keyword, guarantee };
}

function reportedField({ key, before, after, effects }: FieldDifference): ReportedClause['fields'][number] {
  return {
    key,
    before: before ?? null,
    after: after ?? null,
    effects: effects.map(({ effect }) => effect),
    runs: wordDiff(before ?? '', after ?? ''),
  };
}

function reportedObjection({
  id,
  change,
  before,
  after,
}: ObjectionDifference): ReportedDifference['objections'][number] {
  const fields = before === undefined || after === undefined ? [] : objectionFields(before, after);
  return { id, change, before: objectionSide(before), after: objectionSide(after), fields };
}

/** Those that differ, in the order in which a block has them. */
function objectionFields(
  before: Objection,
  after: Objection,
): ReportedDifference['objections'][number]['fields'] {
  const [old, present] = [objectionValues(before), objectionValues(after)];
  return objectionTable.fields
    .filter(({ key }) => old[key] !== present[key])
    .map(({ key }) => ({
      key,
      before: old[key],
      after: present[key],
      runs: wordDiff(old[key], present[key]),
    }));
}

function objectionValues(objection: Objection): Readonly<Record<ObjectionKey, string>> {
  const { id, from, threads, clauses, says, answer = '', state, by = '', revision } = objection;
  return {
    Objection: id,
    From: from,
    Thread: threads.join(', '),
    Clause: clauses.join(', '),
    Says: says,
    Answer: answer,
    State: state,
    By: by,
    Revision: revision === undefined ? '' : String(revision),
  };
}

function objectionSide(objection: Objection | undefined): ReportedDifference['objections'][number]['before'] {
  if (objection === undefined) return null;
  const { state, says, places } = objection;
  return { line: places.id.line, state, says };
}

function reportedSection({
  title,
  change,
  before,
  after,
  paragraphs,
}: SectionDifference): ReportedDifference['sections'][number] {
  return {
    title,
    change,
    beforeTitle: before?.title ?? null,
    beforeLine: before?.place?.line ?? null,
    afterLine: after?.place?.line ?? null,
    size: (after ?? before)?.paragraphs.length ?? 0,
    paragraphs: paragraphs.map(({ form, runs }) => ({ form, runs })),
  };
}
