/**
 * The last check of a project, in `.quiesce/last-check.json`: read by what shows verdicts without exploring. Like the cache it is never
 * needed and never trusted: a file that cannot be used is as good as none.
 */
import { join, resolve } from 'node:path';
import {
  type KeptCheck,
  keepCheck,
  keptCheck,
  type LastCheck,
  lastCheck,
  parseKeptChecks,
  printKeptChecks,
} from '@quiesce/conformance';
import { ToolError } from '@quiesce/contract';
import type { CheckRequest } from './check/check-request.js';
import type { Checked } from './check/publish.js';
import type { Project } from './project.js';
import type { World } from './world.js';

export interface ReadLastCheck {
  /** One or two for each model: of the whole, of the core. None: nothing was checked yet. */
  readonly checks: readonly LastCheck[];
  /** What there is to tell, such as that the file cannot be used. */
  readonly notes: readonly string[];
}

/** Whether each check is still true of its model is found out here; of a clause, `lastVerdict` says it. */
export function readLastCheck({ root }: Project, { disk }: World): ReadLastCheck {
  const text = disk.readIfThere(pathIn(root));
  if (text === undefined) return { checks: [], notes: [] };
  const read = parseKeptChecks(text);
  if (!read.ok) return { checks: [], notes: [unusable(read.reason)] };
  const texts = new Map<string, string | undefined>();
  const textOf = (path: string): string | undefined => {
    if (!texts.has(path)) texts.set(path, disk.readIfThere(resolve(root, path)));
    return texts.get(path);
  };
  return { checks: read.checks.map((check) => lastCheck(check, textOf)), notes: [] };
}

/** Keeps a check that was narrowed to nothing, or to the core. Gives a note if it cannot be kept. */
export function keepLastCheck(
  checked: readonly Checked[],
  request: CheckRequest,
  { root }: Project,
  { disk }: World,
): string | undefined {
  const { shard, clause, scenario, option } = request;
  if ([shard, clause, scenario, option].some((narrowing) => narrowing !== undefined)) return undefined;
  const fresh = checked.filter(isOfAll).map((one) => keptOf(one, request.core === true ? 'core' : 'whole'));
  if (fresh.length === 0) return undefined;
  try {
    const text = disk.readIfThere(pathIn(root));
    const read = text === undefined ? undefined : parseKeptChecks(text);
    const kept = read?.ok === true ? read.checks : [];
    disk.write(pathIn(root), printKeptChecks(fresh.reduce(keepCheck, kept)));
    return undefined;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return `the check is not kept for quiesce show. ${error.message}`;
  }
}

/** Not where the user has asked about some of the RFCs of a model only: the clauses of the others would be lost. */
function isOfAll({ part }: Checked): boolean {
  return part.documents.every(({ isAsked }) => isAsked);
}

function keptOf({ part, report }: Checked, scope: KeptCheck['scope']): KeptCheck {
  const clauses = part.documents.flatMap(({ document }) => document.clauses);
  const { files: sources, description } = part.model;
  return keptCheck(scope, report, { sources, properties: description.properties, clauses });
}

function unusable(reason: string): string {
  return `the last check is not used (${reason}): run quiesce check again`;
}

function pathIn(root: string): string {
  return join(root, '.quiesce', 'last-check.json');
}
