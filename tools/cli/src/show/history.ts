/** Where a clause comes from: in which revision that was sent it stood, under which id, and what changed from one to the next. */
import type { ClauseRevision } from '@quiesce/conformance';
import type { Clause } from '@quiesce/contract';
import { diffRfcs, type Rfc, type RfcDifference } from '@quiesce/rfc';
import type { Project } from '../project.js';
import { readRevisions } from '../revisions.js';
import type { World } from '../world.js';

/** An RFC as it is, and what was sent of it. */
export interface SentRfc {
  readonly present: Rfc;
  /** The oldest first. */
  readonly sent: readonly Rfc[];
  /** From each of them to the next one, the last to the present text. */
  readonly steps: readonly RfcDifference[];
}

export function readSent(present: Rfc, project: Project, world: World): SentRfc {
  const number = present.frontMatter?.rfc;
  const sent = number === undefined ? [] : readRevisions(project, world, number);
  const steps = sent.map((before, index) => diffRfcs(before, sent[index + 1] ?? present));
  return { present, sent, steps };
}

/** The oldest first, the present text last, unless it is what was sent last; none if nothing was sent. */
export function historyOf(clause: Clause, sent: SentRfc): readonly ClauseRevision[] {
  if (sent.steps.length === 0) return [];
  const history = revisionsOf(clause, sent);
  const [before, last] = history.slice(-2);
  return last?.changes.length === 0 && last.revision === before?.revision ? history.slice(0, -1) : history;
}

function revisionsOf(clause: Clause, { present, steps }: SentRfc): readonly ClauseRevision[] {
  const history: ClauseRevision[] = [];
  let later: Clause | undefined = clause;
  for (let index = steps.length; later !== undefined; index -= 1) {
    const current: Clause = later;
    const step = steps[index - 1];
    const difference = step?.clauses.find(({ after }) => after === current);
    const rfc = steps[index]?.before ?? present;
    later = step === undefined ? undefined : earlierOf(current, step.before);
    history.unshift({
      revision: rfc.frontMatter?.revision ?? 0,
      id: current.id,
      isSent: rfc !== present,
      changes: later === undefined ? ['added'] : (difference?.changes ?? []),
      reasons: later === undefined ? [] : (difference?.reasons ?? []),
    });
  }
  return history;
}

function earlierOf({ id, was }: Clause, { clauses }: Rfc): Clause | undefined {
  return [id, ...was].map((name) => clauses.find((one) => one.id === name)).find((one) => one !== undefined);
}

/** The first revision that has an objection of this id; undefined if none that was sent does. */
export function firstRevisionOf(objection: string, { sent }: SentRfc): number | undefined {
  return sent.find(({ objections }) => objections.some(({ id }) => id === objection))?.frontMatter?.revision;
}
