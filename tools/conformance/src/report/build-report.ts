/** From a judgement and its stories to the report. */
import type { Diagnostic } from '@quiesce/contract';
import { type Cell, optionOf } from '../cell/cell.js';
import type { PromiseDocument } from '../link/promises.js';
import { type Explored, incompleteCells } from '../verdict/evidence.js';
import type { ClauseVerdict } from '../verdict/judge-clause.js';
import type { JudgedClause, Judgement } from '../verdict/judgement.js';
import { isModelError } from '../verdict/model-errors.js';
import {
  candidates,
  type Stories,
  shortestStory,
  storyName,
  violation,
  type WantedStory,
} from '../verdict/wanted-stories.js';
import type { CheckReport, ReportedStory } from './check-report.js';
import { reportedDiagnostic, shortPlace } from './reported.js';
import { summarise } from './summary.js';
import { traceFileName } from './trace-file-name.js';

export interface ReportInput {
  /** Those that were asked about. */
  readonly documents: readonly PromiseDocument[];
  readonly model: string;
  readonly selection: readonly string[];
  readonly rest: CheckReport['rest'];
  readonly judgement: Judgement;
  readonly stories: Stories;
  readonly diagnostics: readonly Diagnostic[];
}

export function buildReport(input: ReportInput): CheckReport {
  const { documents, model, selection, rest, judgement, stories, diagnostics } = input;
  const body = {
    rfcs: documents.map(({ file, number, title, revision, status }) => ({
      file,
      number,
      title,
      revision,
      status,
    })),
    model,
    options: judgement.options,
    whole: judgement.whole,
    selection,
    rest,
    clauses: judgement.clauses.map((judged) => reportedClause(judged, stories)),
    mutants: judgement.mutants.map(({ mutant, explored: { cell }, verdict, breaks }) => {
      const { id, title, source, of, caughtBy } = mutant;
      const story = reportedStory([{ cell, target: violation(caughtBy) }], stories);
      return { id, title, source, of, caughtBy, verdict, breaks, cell: cell.id, story };
    }),
    unmodelled: judgement.unmodelled,
    modelErrors: judgement.suspects.flatMap((suspect) => {
      const { explored, target, message, place, cells } = suspect;
      const wanted = { cell: explored.cell, target };
      if (!isModelError(suspect, stories.get(storyName(wanted)))) return [];
      const kind = target.kind === 'deadlock' ? 'deadlock' : 'failure';
      const where = place === undefined ? null : shortPlace(place);
      return [{ kind, message, place: where, cells, story: reportedStory([wanted], stories) } as const];
    }),
    cells: judgement.evidence.map(reportedCell),
    uncovered: judgement.uncovered,
    diagnostics: diagnostics.map(reportedDiagnostic),
  } as const;
  return { ...body, summary: summarise(body) };
}

function reportedClause(judged: JudgedClause, stories: Stories): CheckReport['clauses'][number] {
  const { linked, verdicts, strength } = judged;
  const { clause, document, promisedBy, properties, unexplored } = linked;
  return {
    id: clause.id,
    rfc: document.number,
    place: shortPlace(clause.places.block),
    keyword: clause.keyword,
    when: clause.when ?? null,
    unless: clause.unless ?? null,
    guarantee: clause.guarantee,
    promisedBy,
    properties: properties.map(({ id }) => id),
    unexplored,
    unchecked: clause.unchecked ?? null,
    strength: strength.kind,
    brokenBy: strength.brokenBy,
    verdicts: verdicts.map((verdict) => reportedVerdict(judged, verdict, stories)),
  };
}

function reportedVerdict(
  judged: JudgedClause,
  one: ClauseVerdict,
  stories: Stories,
): CheckReport['clauses'][number]['verdicts'][number] {
  const { option, promised, verdict, reason, explored, decidedBy } = one;
  const sum = (count: (explored: Explored) => number): number =>
    explored.reduce((total, cell) => total + count(cell), 0);
  return {
    option,
    promised,
    verdict,
    reason,
    explored: explored.map(({ cell }) => cell.id),
    decidedBy: decidedBy.map(({ cell }) => cell.id),
    states: sum(({ result }) => result.states),
    transitions: sum(({ result }) => result.transitions),
    complete: incompleteCells(explored).length === 0,
    memoryModels: [...new Set(explored.map(({ cell }) => cell.memoryModel))],
    story: reportedStory(candidates(judged, one), stories),
  };
}

function reportedStory(wanted: readonly WantedStory[], stories: Stories): ReportedStory | null {
  const best = shortestStory(wanted, stories);
  const story = best === undefined ? undefined : stories.get(storyName(best));
  if (best === undefined || story?.kind !== 'story') return null;
  const { switches, steps, fewest, table } = story;
  return { cell: best.cell.id, switches, steps, fewest, table, trace: traceFileName(best) };
}

function reportedCell({ cell, result }: Explored): CheckReport['cells'][number] {
  const { states, transitions, reduced, depth, complete, stoppedBy, buffers, deadlocks } = result;
  return {
    id: cell.id,
    option: optionOf(cell) ?? null,
    mutant: mutantOf(cell),
    scenario: cell.scenario,
    sizes: cell.sizes,
    memoryModel: cell.memoryModel,
    bounds: cell.bounds,
    states,
    transitions,
    reduced,
    depth,
    complete,
    stoppedBy,
    buffers,
    deadlocks,
  };
}

function mutantOf({ subject }: Cell): string | null {
  return subject.kind === 'mutant' ? subject.mutant : null;
}
