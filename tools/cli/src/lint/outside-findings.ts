/** What the model, the patches, the tests and the measurements of a project say against its RFCs. */
import { isAbsolute } from 'node:path';
import { traceFindings } from '@quiesce/conformance';
import { type Diagnostic, ToolError } from '@quiesce/contract';
import { parseRfc, type Rfc } from '@quiesce/rfc';
import { linkProject } from '../check/link-project.js';
import { costFindings, costParts, readCostLines } from '../costs/cost-parts.js';
import { documentOf, type ReadDocument, rfcPaths } from '../documents.js';
import { readLastCheck } from '../last-check.js';
import { type Project, shownPath } from '../project.js';
import { readTraceSources, traceInput } from '../trace/read-trace.js';
import type { World } from '../world.js';
import { standardInput } from './lint-files.js';

export interface OutsideFindings {
  /** Those that are placed in one of the files. */
  readonly diagnostics: readonly Diagnostic[];
  /** What could not be compared, and why. */
  readonly notes: readonly string[];
}

/** `asked`: those that are linted. What stands outside the project is compared with nothing of it. */
export function outsideFindings(project: Project, asked: readonly Rfc[], world: World): OutsideFindings {
  const inside = asked.filter(({ source: { file } }) => !isAbsolute(file) && file !== standardInput);
  const byFile = new Map(inside.map((rfc) => [rfc.source.file, rfc]));
  // A property may name a clause of any RFC: so those that nobody asked about are read too.
  const known = inside.length === 0 ? [] : rfcPaths(project, world);
  const ofProject = known.map((path) => {
    const file = shownPath(project.root, path);
    return byFile.get(file) ?? parseRfc(file, world.disk.read(path)).rfc;
  });
  const documents = [...new Set([...ofProject, ...inside])].flatMap((rfc): readonly ReadDocument[] => {
    const document = documentOf(rfc);
    const isAsked = byFile.has(rfc.source.file);
    // What is wrong in the texts themselves has been found already.
    return document === undefined ? [] : [{ document, rfc, diagnostics: [], isAsked }];
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
  const costs = attempt('what was measured', () =>
    costFindings(costParts(inside, () => readCostLines(project, world))),
  );
  return {
    diagnostics: [...linked, ...traced, ...costs].filter(({ place }) => byFile.has(place.file)),
    notes,
  };
}
