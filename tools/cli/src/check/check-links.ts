/** What patches, tests and measurements say against the RFCs. It is read anew each time: a few milliseconds, and no cache can be wrong about it. */
import { type LinkReport, linkReport, traceFindings } from '@quiesce/conformance';
import { byPlace, type Diagnostic } from '@quiesce/contract';
import { costFindings, costParts, readCostLines } from '../costs/cost-parts.js';
import type { ReadDocument } from '../documents.js';
import type { Project } from '../project.js';
import { readFarEnds, traceInput } from '../trace/read-trace.js';
import type { World } from '../world.js';

export interface CheckedLinks {
  readonly report: LinkReport;
  /** Those of the report, with all that is needed to show them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What was measured counts too. A finding in an RFC that nobody has asked about is left out; those in patches and tests are told whatever was asked. */
export function checkLinks(project: Project, documents: readonly ReadDocument[], world: World): CheckedLinks {
  const sources = readFarEnds(project, world);
  const input = traceInput(documents, sources);
  const others = documents.filter(({ isAsked }) => !isAsked).map(({ document }) => document.file);
  const rfcs = documents.filter(({ isAsked }) => isAsked).map(({ rfc }) => rfc);
  const costs = costFindings(costParts(rfcs, () => readCostLines(project, world)));
  const diagnostics = [...sources.seriesDiagnostics, ...traceFindings(input), ...costs]
    .filter(({ place }) => !others.includes(place.file))
    .sort(byPlace);
  return { report: linkReport(input, diagnostics), diagnostics };
}
