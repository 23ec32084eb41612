/** What the site shows of a project, gathered: texts, verdicts with their runs, links, earlier revisions, the text of mails. */
import {
  mailContents,
  mailParts,
  reportOfRfc,
  storyName,
  traceClauses,
  traceFileName,
  wantedStories,
} from '@quiesce/conformance';
import { diffRfcs, mailWidth, type Rfc, renderMail } from '@quiesce/rfc';
import type { SiteCheck, SiteDifference, SiteInput } from '@quiesce/site';
import type { Checked } from '../check/publish.js';
import { readCosts } from '../costs/read-costs.js';
import type { ReadDocument } from '../documents.js';
import { readLastCheck } from '../last-check.js';
import type { Project } from '../project.js';
import { readRevisions } from '../revisions.js';
import { readTraceSources, traceInput } from '../trace/read-trace.js';
import type { World } from '../world.js';

/** Of these documents and no others. Tells on stderr what could not be read. */
export async function siteInput(
  project: Project,
  documents: readonly ReadDocument[],
  checks: readonly SiteCheck[],
  world: World,
): Promise<SiteInput> {
  const sources = readTraceSources(project, readLastCheck(project, world), world);
  for (const note of sources.notes) await world.stderr.write(`quiesce: note: ${note}\n`);
  const rfcs = documents.map(({ rfc }) => rfc);
  return {
    rfcs,
    checks,
    links: traceClauses(traceInput(documents, sources)),
    differences: rfcs.flatMap((rfc) => differencesOf(rfc, project, world)),
    costs: readCosts(project, world),
    mails: new Map(documents.map((one) => [one.rfc.source.file, mailOf(one, checks)])),
  };
}

/** With the traces of all runs that were looked for. */
export function siteChecks(checked: readonly Checked[]): readonly SiteCheck[] {
  return checked.map(({ report, judgement, stories }) => {
    const traces = wantedStories(judgement, 'each').flatMap((wanted) => {
      const story = stories.get(storyName(wanted));
      return story?.kind === 'story' ? [[traceFileName(wanted), story.trace] as const] : [];
    });
    return { report, traces: new Map(traces) };
  });
}

const wishes = { contents: mailContents, runsOf: [], width: mailWidth } as const;

/** As `quiesce mail` writes it; without the verdicts, where those are of another text. */
function mailOf({ rfc, document }: ReadDocument, checks: readonly SiteCheck[]): string {
  const reports = checks.map(({ report }) => report);
  const own = reportOfRfc(reports, document);
  const parts = own.ok ? mailParts(own.report, wishes) : [];
  return renderMail(rfc, parts).text;
}

/** From each snapshot to the next, and from the last one to the present text where that is another. */
function differencesOf(rfc: Rfc, project: Project, world: World): readonly SiteDifference[] {
  const number = rfc.frontMatter?.rfc;
  if (number === undefined) return [];
  const sent = readRevisions(project, world, number).map((one) => ({ rfc: one, name: nameOf(one) }));
  const isNew = sent.length > 0 && sent.at(-1)!.rfc.source.text !== rfc.source.text;
  const all = isNew ? [...sent, { rfc, name: 'the present text' }] : sent;
  return all.slice(1).map((after, index) => {
    const before = all[index]!;
    const difference = diffRfcs(before.rfc, after.rfc);
    return { file: rfc.source.file, before: before.name, after: after.name, difference };
  });
}

function nameOf({ frontMatter, source }: Rfc): string {
  return frontMatter === undefined ? source.file : `v${frontMatter.revision}`;
}
