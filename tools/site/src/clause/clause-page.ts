/** The evidence for a clause: what exploration says under each option, on what it stands, and the runs that show it. */
import { anchor, clausePath, hrefTo, rfcPath } from '../address.js';
import { type Html, type HtmlValue, html, joined } from '../html.js';
import { page } from '../page/page.js';
import type { PublishedClause, PublishedRfc } from '../published-rfc.js';
import type { SiteCheck } from '../site-input.js';
import type { SiteLinks } from '../site-links.js';
import { legend, verdictMark } from '../verdict/verdict-mark.js';
import { clauseFields, staleNote } from './clause-card.js';
import { counted, groupDigits } from './counted.js';
import { runFigure } from './run-figure.js';

type Reported = NonNullable<PublishedClause['reported']>;
type ReportedVerdict = Reported['verdicts'][number];

export function clausePage(published: PublishedClause, rfc: PublishedRfc, siteLinks: SiteLinks): string {
  const { clause, reported } = published;
  const path = clausePath(rfc, clause.id);
  const inText = hrefTo(path, rfcPath(rfc, 'text'), anchor('clause', clause.id));
  const body = html`<h1 class="clause-name">${clause.id}</h1>
<p class="clause-head"><span class="keyword">${clause.keyword}</span> <a href="${inText}">In the text of ${rfc.name}</a></p>
${clauseFields(clause, siteLinks.from(path))}
${staleNote(published)}${reported === undefined || reported.verdicts.length === 0 ? html`<p class="note">Nothing was explored for this clause.</p>` : evidence(published, reported, rfc)}`;
  return page({ path, title: clause.id, rfc, width: 'broad', body });
}

function evidence({ clause }: PublishedClause, reported: Reported, rfc: PublishedRfc): Html {
  const { verdicts, unexplored } = reported;
  const runs = verdicts.filter(({ story }) => story !== null);
  return html`<section aria-labelledby="options"><h2 id="options">Under each option</h2>
<div class="scroll" role="region" aria-label="Verdicts" tabindex="0"><table class="evidence">
<caption class="unseen">Verdicts on ${clause.id}</caption>
<thead><tr><th scope="col">Option</th><th scope="col">Verdict</th><th scope="col">Because</th><th scope="col" class="number">States</th><th scope="col">Search</th></tr></thead>
<tbody>
${verdicts.map(verdictRow)}</tbody></table></div>
${legend(verdicts.map(({ verdict }) => verdict))}
</section>
<section aria-labelledby="strength"><h2 id="strength">What breaks it</h2>
<p>${strengthText(reported, rfc.check?.report)}</p>
${unexplored.map(({ link, reason }) => html`<p class="note"><code>${link}</code> was not explored: ${reason}.</p>`)}</section>
${
  runs.length > 0 &&
  html`<section aria-labelledby="runs"><h2 id="runs">Runs</h2>
${runs.map((one) => runFigure(one, rfc.check))}</section>`
}`;
}

function verdictRow(one: ReportedVerdict): Html {
  const { option, verdict, promised, reason, states, complete, memoryModels, explored, decidedBy, story } =
    one;
  const run = story !== null && html` <a href="#${anchor('run', option)}">See the run.</a>`;
  const search: HtmlValue =
    explored.length > 0 &&
    html`${complete ? 'complete' : html`<strong>not complete</strong>`}, ${counted(explored.length, 'cell')}, ${memoryModels.map((model) => memoryModelNames[model]).join(' and ')}`;
  return html`<tr id="${anchor('option', option)}"><th scope="row">${option}</th><td>${verdictMark(verdict, promised)}${!promised && html` <span class="unpromised">not promised</span>`}</td><td>${reasonText(reason)}${run}${cells(decidedBy)}</td><td class="number">${explored.length > 0 && groupDigits(states)}</td><td>${search}</td></tr>
`;
}

const memoryModelNames = { sc: 'sequential consistency', tso: 'total store order' } as const;

/** Long lists of scenarios are folded away: they are named below. */
function reasonText(reason: string): string {
  const short =
    reason.length > longestReason
      ? reason.replace(/ in [a-z0-9-]+(?:, [a-z0-9-]+)+$/, ' in several scenarios')
      : reason;
  return `${short.charAt(0).toUpperCase()}${short.slice(1)}.`;
}

const longestReason = 100;

function cells(ids: readonly string[]): Html | false {
  return (
    ids.length > 0 &&
    html`<details class="cells"><summary>${counted(ids.length, 'deciding cell')}</summary><p>${joined(ids.map((id) => html`<code>${id}</code>`))}</p></details>`
  );
}

function strengthText({ strength, brokenBy }: Reported, report: SiteCheck['report'] | undefined): HtmlValue {
  switch (strength) {
    case 'broken':
      return html`The clause says something: it is broken by ${joined(
        brokenBy.map((name) => {
          const mutant = report?.mutants.find(({ id }) => id === name);
          return mutant === undefined ? name : html`the seeded bug ${name} (${mutant.title})`;
        }),
      )}.`;
    case 'worthless':
      return html`<strong>Nothing can break this clause</strong>: no option and no seeded bug violates it.`;
    case 'unknown':
      return 'Nothing that was explored breaks it; not all was explored.';
    case 'not-asked':
      return 'Only a MUST is asked whether something breaks it.';
  }
}
