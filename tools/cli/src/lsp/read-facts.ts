/**
 * Reads what is to be known of a project, step by step, so that an answer never waits for more than one of them, and tells
 * it after each. What did not change since the last time is taken from there.
 */
import { resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { lastVerdict } from '@quiesce/conformance';
import { ToolError } from '@quiesce/contract';
import { type CheckedRfc, checkRfc, type Rfc } from '@quiesce/rfc';
import { rfcName, rfcPaths } from '../documents.js';
import { readLastCheck } from '../last-check.js';
import { namesOf } from '../lint/lint-files.js';
import { type Project, readProject } from '../project.js';
import { Refusal } from '../refusal.js';
import { listSnapshots, readRevisions } from '../revisions.js';
import { shownPath } from '../shown-path.js';
import { readTraceSources } from '../trace/read-trace.js';
import type { World } from '../world.js';
import { readModelApart } from './model-reading.js';
import { openOver } from './open-over.js';
import { noFacts, type ProjectFacts } from './project-facts.js';

export interface FactsSource {
  readonly world: World;
  readonly previous: ProjectFacts | undefined;
  /** Texts that the editor has open, by absolute path: they count instead of those on disk. */
  readonly open: ReadonlyMap<string, string>;
  /** Gets all that is known, after each step. */
  readonly tell: (facts: ProjectFacts) => void;
}

/** Throws nothing that a user can cause: what cannot be read is left out, and said in the log. */
export async function readFacts(
  root: string,
  { world, previous = noFacts, open, tell }: FactsSource,
): Promise<void> {
  const here: World = { ...world, cwd: root };
  const seen: World = { ...here, disk: openOver(open, here.disk) };
  const log = (text: string): void => void world.stderr.write(`quiesce: lsp: ${text}\n`);
  const attempt = <T>(action: () => T): T | undefined => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      log(error.message);
      return undefined;
    }
  };
  let facts = previous;
  const learn = async (more: Partial<ProjectFacts>): Promise<void> => {
    facts = { ...facts, ...more };
    tell(facts);
    await turn();
  };

  const read = readConfig(seen);
  if (read.project === undefined) {
    if (read.message !== undefined) log(read.message);
    return learn({ ...noFacts, problems: read.problems });
  }
  const { project } = read;
  const documents = new Map<string, CheckedRfc>();
  const folder = resolve(root, project.config.rfc);
  for (const name of attempt(() => here.disk.listIfThere(folder)) ?? []) {
    const path = resolve(folder, name);
    if (!rfcName.test(name)) continue;
    const file = shownPath(root, path);
    const before = previous.documents.get(file);
    // Of a text that is open, the editor's counts; that on disk is read when it is closed.
    if (open.has(path)) {
      if (before !== undefined) documents.set(file, before);
      continue;
    }
    const text = attempt(() => here.disk.readIfThere(path));
    if (text === undefined) continue;
    documents.set(file, before?.rfc.source.text === text ? before : checkRfc(file, text));
    await turn();
  }
  await learn({ project, problems: [], documents });
  await learn({ history: attempt(() => readHistory(project, previous.history, here)) ?? new Map() });
  const checks = attempt(() => readLastCheck(project, seen).checks) ?? [];
  await learn({ verdictOf: (clause) => lastVerdict(checks, clause) });
  const models = await Promise.all(
    project.config.models.map(({ entry }) => {
      const before = previous.models.find((one) => one.entry === entry);
      return readModelApart(project, entry, before, open, seen);
    }),
  );
  for (const model of models) if (model.kind === 'failed') log(model.message);
  await learn({ models });
  // Properties are those of the models that were just read.
  const withoutModels: Project = { ...project, config: { ...project.config, models: [] } };
  const sources = attempt(() => readTraceSources(withoutModels, { checks: [], notes: [] }, seen));
  const names = attempt(() => namesOf(project, rfcPaths(project, here), here));
  await learn({ sources, names });
}

function readConfig(
  world: World,
):
  | { readonly project: Project }
  | { readonly project: undefined; readonly problems: Refusal['diagnostics']; readonly message?: string } {
  try {
    return { project: readProject(world) };
  } catch (error) {
    if (error instanceof Refusal) return { project: undefined, problems: error.diagnostics };
    if (error instanceof ToolError) return { project: undefined, problems: [], message: error.message };
    throw error;
  }
}

/** A snapshot never changes: one that was read is not read again. */
function readHistory(
  project: Project,
  previous: ProjectFacts['history'],
  world: World,
): ReadonlyMap<number, readonly Rfc[]> {
  const numbers = listSnapshots(project, world).map(({ number }) => number);
  return new Map(
    [...new Set(numbers)].map((number) => {
      const before = previous.get(number);
      const count = numbers.filter((one) => one === number).length;
      return [number, before?.length === count ? before : readRevisions(project, world, number)];
    }),
  );
}
