/** What the model, the patches and the tests of a project say against its RFCs. */
import { traceFindings } from '@quiesce/conformance';
import { type Diagnostic, ToolError } from '@quiesce/contract';
import { linkProject } from '../check/link-project.js';
import { documentOf, type ReadDocument } from '../documents.js';
import { readLastCheck } from '../last-check.js';
import type { Project } from '../project.js';
import { readTraceSources, traceInput } from '../trace/read-trace.js';
import type { World } from '../world.js';
import type { LintFile } from './lint-files.js';

export interface OutsideFindings {
  /** Those that are placed in one of the files. */
  readonly diagnostics: readonly Diagnostic[];
  /** What could not be compared, and why. */
  readonly notes: readonly string[];
}

/** `all`: the RFCs of the project, `files` those that are asked about. */
export function outsideFindings(
  project: Project,
  all: readonly LintFile[],
  files: readonly LintFile[],
  world: World,
): OutsideFindings {
  const asked = new Set(files.map(({ file }) => file));
  const documents = all.flatMap(({ rfc, file }): readonly ReadDocument[] => {
    const document = documentOf(rfc);
    // What is wrong in the texts themselves has been found already.
    return document === undefined ? [] : [{ document, rfc, diagnostics: [], isAsked: asked.has(file) }];
  });
  if (!documents.some(({ isAsked }) => isAsked)) return { diagnostics: [], notes: [] };
  const notes: string[] = [];
  const attempt = (what: string, action: () => readonly Diagnostic[]): readonly Diagnostic[] => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      notes.push(`not compared with ${what}: ${error.message.split('\n')[0]}`);
      return [];
    }
  };
  const linked = attempt('the model', () =>
    linkProject(project, documents, world).flatMap(({ diagnostics }) => diagnostics),
  );
  const traced = attempt('patches and tests', () => {
    const sources = readTraceSources(project, readLastCheck(project, world), world);
    return traceFindings(traceInput(documents, sources));
  });
  return { diagnostics: [...linked, ...traced].filter(({ place }) => asked.has(place.file)), notes };
}
