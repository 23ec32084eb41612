/** Everything that clauses are linked to, read from disk: properties of models, patches, tests, and which links were confirmed. */
import { resolve } from 'node:path';
import {
  isInForce,
  isInside,
  type Patch,
  readConfirmations,
  readMentions,
  readPatches,
  type TestFile,
  type TracedProperty,
  type TraceInput,
} from '@quiesce/conformance';
import { type Diagnostic, sourceText, ToolError } from '@quiesce/contract';
import type { ReadDocument } from '../documents.js';
import type { ReadLastCheck } from '../last-check.js';
import { readModel } from '../model.js';
import { type Project, shownPath } from '../project.js';
import { readAllSeries, tracedSeries } from '../read-series.js';
import type { World } from '../world.js';

/** What does not depend on the text of RFCs. */
export interface TraceSources extends Omit<TraceInput, 'documents'> {
  /** Lines of the file of confirmations that are none. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong in the files of series. */
  readonly seriesDiagnostics: readonly Diagnostic[];
  /** What could not be read, and is left out. */
  readonly notes: readonly string[];
}

/** `lastCheck`: saves reading models that are still the same. */
export function readTraceSources(project: Project, lastCheck: ReadLastCheck, world: World): TraceSources {
  const { root, config } = project;
  const notes: string[] = [];
  const properties = config.models.flatMap(({ entry }): readonly TracedProperty[] => {
    const kept = lastCheck.checks.filter(({ report }) => report.model === entry);
    const current = kept.find(({ modelChanged }) => !modelChanged);
    return current?.properties ?? readProperties(project, entry, kept[0]?.properties ?? [], notes, world);
  });
  const confirmed = resolve(root, confirmationPath(project));
  const { confirmations, diagnostics } = readConfirmations(
    shownPath(root, confirmed),
    world.disk.readIfThere(confirmed) ?? '',
  );
  return { ...readFarEnds(project, world), properties, confirmations, diagnostics, notes };
}

/** Patches, series and tests, without a look at models: what `traceFindings` needs. */
export function readFarEnds(project: Project, world: World): Omit<TraceSources, 'diagnostics' | 'notes'> {
  const { config } = project;
  const { series, diagnostics } = readAllSeries(project, world);
  const patches = config.series === undefined ? undefined : readSeries(project, config.series, world);
  const tests = config.tests?.flatMap((path) => readTests(project, path, patches, world));
  return {
    properties: [],
    ...(patches === undefined ? {} : { patches }),
    ...(config.series === undefined ? {} : { seriesFolder: trimmed(config.series) }),
    series: series.map(tracedSeries),
    seriesDiagnostics: diagnostics,
    ...(tests === undefined ? {} : { tests }),
    ...(config.tests === undefined ? {} : { testPaths: config.tests.map(trimmed) }),
    confirmations: [],
  };
}

/** Of the RFCs that are in force or asked about. */
export function traceInput(
  documents: readonly ReadDocument[],
  sources: Omit<TraceInput, 'documents'> & Partial<TraceSources>,
): TraceInput {
  const { diagnostics: _, seriesDiagnostics: __, notes: ___, ...rest } = sources;
  const heard = documents.filter(({ document, isAsked }) => isAsked || isInForce(document));
  return {
    ...rest,
    documents: heard.map(({ document, rfc }) => ({ ...document, objections: rfc.objections })),
  };
}

/** Beside the RFCs, relative to the root. */
export function confirmationPath({ config }: Project): string {
  return `${trimmed(config.rfc)}/links.sum`;
}

/** A model that is not there yet, or is broken, hides no other link; `before`: what it had when it was checked last. */
function readProperties(
  project: Project,
  entry: string,
  before: readonly TracedProperty[],
  notes: string[],
  world: World,
): readonly TracedProperty[] {
  try {
    return readModel(project, entry, world).description.properties;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    const instead =
      before.length === 0 ? 'none of its properties is known' : 'its properties are those of the last check';
    notes.push(`${instead}: ${entry} cannot be read. ${error.message.split('\n')[0]}`);
    return before;
  }
}

const patchName = /\.(?:patch|mbox)$/;

function readSeries({ root }: Project, folder: string, { disk }: World): readonly Patch[] {
  const files = disk.filesIfThere(resolve(root, folder)) ?? [];
  return files
    .filter((path) => patchName.test(path))
    .flatMap((path) => readPatches(shownPath(root, path), disk.read(path)));
}

function readTests(
  { root }: Project,
  path: string,
  patches: readonly Patch[] = [],
  { disk }: World,
): readonly TestFile[] {
  const files = disk.filesIfThere(resolve(root, path));
  const inPatches = patches.flatMap(({ paths }) => paths);
  if (files === undefined && !inPatches.some((one) => isInside(trimmed(path), one)))
    throw new ToolError(`Cannot find the tests in ${path}, which quiesce.json names`, {
      hint: 'Correct "tests": each is a path from the folder of quiesce.json, or of the tree that the patches change.',
    });
  return (files ?? []).map((one) => {
    const file = shownPath(root, one);
    return { file, mentions: readMentions(sourceText(file, disk.read(one))) };
  });
}

function trimmed(path: string): string {
  return path.replace(/^\.\//, '').replace(/\/+$/, '');
}
