/** The matrix: a row for each clause, a column for each option. Each cell leads to its evidence. */
import { verdictTable } from '@quiesce/conformance';
import { anchor, clausePath, hrefTo, rfcPath } from '../address.js';
import { type Html, html } from '../html.js';
import { page } from '../page/page.js';
import type { PublishedClause, PublishedRfc } from '../published-rfc.js';
import { exploredNote, promiseCounts, promiseText } from '../rfc/promise-counts.js';
import type { SiteCheck } from '../site-input.js';
import { glyphOf, legend, verdictClass, verdictWord } from '../verdict/verdict-mark.js';

type ReportedVerdict = SiteCheck['report']['clauses'][number]['verdicts'][number];

export function matrixPage(rfc: PublishedRfc): string {
  const path = rfcPath(rfc, 'matrix');
  const options = rfc.check?.report.options ?? [];
  const rows = rfc.clauses.filter(({ reported }) => reported !== undefined);
  const shown = rows.flatMap(({ reported }) => reported?.verdicts ?? []);
  const body =
    rows.length === 0 || options.length === 0
      ? html`<p>Nothing was explored for this RFC.</p>`
      : html`<p>${promiseText(promiseCounts(rfc))}</p>
${exploredNote(rfc)}
<section aria-label="What the marks mean">${legend(shown.map(({ verdict }) => verdict))}
<p class="muted">In brackets: the option does not promise the clause, for information. Each mark leads to its evidence.</p></section>
<div class="matrix-tools"><input type="checkbox" id="show-words"${options.length <= fewOptions && html` checked`}><label for="show-words">Words in the cells</label></div>
<div class="scroll matrix-box" role="region" aria-label="Matrix" tabindex="0">
${table(rfc, path, rows, options)}</div>
`;
  return page({
    path,
    title: 'Matrix',
    rfc,
    tab: 'matrix',
    width: 'wide',
    body: html`<h1>Clauses and options</h1>
${body}`,
  });
}

/** So many stand side by side with their words. */
const fewOptions = 6;

function table(
  rfc: PublishedRfc,
  path: string,
  rows: readonly PublishedClause[],
  options: readonly string[],
): Html {
  const sums = (count: (verdicts: readonly ReportedVerdict[]) => number): readonly Html[] =>
    options.map((option) => {
      const own = rows.flatMap(
        ({ reported }) => reported?.verdicts.filter((one) => one.option === option) ?? [],
      );
      return html`<td class="sum">${count(own)}</td>`;
    });
  const isKept = ({ verdict }: ReportedVerdict): boolean => verdictTable[verdict].countedAs === 'kept';
  const count = (all: readonly ReportedVerdict[], test: (one: ReportedVerdict) => boolean): number =>
    all.filter(test).length;
  return html`<table class="matrix">
<caption class="unseen">What each option does with each clause of ${rfc.name}</caption>
<thead><tr><th scope="col" class="corner">Clause</th>${options.map(
    (option) => html`<th scope="col"><span>${option}</span></th>`,
  )}</tr></thead>
${sectionRows(rfc, rows).map(
  ({ title, rows: own }) => html`<tbody>
<tr class="group"><th colspan="${options.length + 1}" scope="rowgroup"><span>${title}</span></th></tr>
${own.map((row) => tableRow(row, rfc, path, options))}</tbody>
`,
)}
<tfoot>
<tr><th scope="row">clauses that it promises</th>${sums((all) => count(all, ({ promised }) => promised))}</tr>
<tr><th scope="row">of these it keeps</th>${sums((all) => count(all, (one) => one.promised && isKept(one)))}</tr>
<tr><th scope="row">of the others it would keep</th>${sums((all) => count(all, (one) => !one.promised && isKept(one)))}</tr>
</tfoot>
</table>
`;
}

/** Clauses of one section together, under its heading; all of them under one if they stand in none. */
function sectionRows(
  { rfc }: PublishedRfc,
  rows: readonly PublishedClause[],
): readonly { readonly title: string; readonly rows: readonly PublishedClause[] }[] {
  const titles = rows.map(
    ({ clause }) => rfc.sections.find((one) => one.clauses.includes(clause))?.title ?? rfc.title,
  );
  return [...new Set(titles)].map((title) => ({
    title,
    rows: rows.filter((_, index) => titles[index] === title),
  }));
}

function tableRow(
  { clause, reported }: PublishedClause,
  rfc: PublishedRfc,
  path: string,
  options: readonly string[],
): Html {
  const evidence = clausePath(rfc, clause.id);
  return html`<tr><th scope="row"><a href="${hrefTo(path, rfcPath(rfc, 'text'), anchor('clause', clause.id))}">${clause.id}</a></th>${options.map(
    (option) => {
      const one = reported?.verdicts.find((verdict) => verdict.option === option);
      if (one === undefined) return html`<td></td>`;
      const { verdict, promised } = one;
      const word = verdictWord(verdict);
      const [open, close] = promised ? ['', ''] : ['(', ')'];
      const href = hrefTo(path, evidence, anchor('option', option));
      return html`<td class="${verdictClass(verdict, promised)}"><a href="${href}">${open}${glyphOf(verdict)}<span class="word">${word}</span>${close}</a></td>`;
    },
  )}</tr>
`;
}
