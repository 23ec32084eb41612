/** The head of an RFC: its front matter, and in one line what exploration says of its promises. */
import { hrefTo, rfcPath } from '../address.js';
import { counted } from '../clause/counted.js';
import { type Html, type HtmlValue, html, joined } from '../html.js';
import type { PublishedRfc } from '../published-rfc.js';
import { exploredNote, promiseCounts, promiseText } from './promise-counts.js';

export function rfcHeader(rfc: PublishedRfc, path: string): Html {
  const { frontMatter, title, source } = rfc.rfc;
  const rows: readonly (readonly [string, HtmlValue])[] =
    frontMatter === undefined
      ? [['File', source.file]]
      : [
          ['Revision', frontMatter.revision],
          ['Status', frontMatter.status],
          ['Authors', frontMatter.authors?.join(', ')],
          ['Lists', frontMatter.lists?.join(', ')],
          ['Supersedes', frontMatter.supersedes?.map((number) => `RFC ${number}`).join(', ')],
          [
            'Options',
            joined(frontMatter.options.map((option) => html`<span class="whole">${option}</span>`)),
          ],
          ['File', html`<code>${source.file}</code>`],
        ];
  const matrix = hrefTo(path, rfcPath(rfc, 'matrix'));
  return html`<header class="rfc-header">
<p class="kicker">${rfc.name}</p>
<h1>${title}</h1>
<dl class="front-matter">${rows.map(([name, value]) => value !== undefined && html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p class="outcome">${promiseText(promiseCounts(rfc))} <a href="${matrix}">See them side by side.</a></p>
${exploredNote(rfc)}${findings(rfc)}</header>`;
}

/** What the check says of the text itself. */
function findings({ rfc, check }: PublishedRfc): Html | false {
  const own = check?.report.diagnostics.filter(({ place }) => place.file === rfc.source.file) ?? [];
  return (
    own.length > 0 &&
    html`<details class="note"><summary>${counted(own.length, 'finding')} in the text</summary>
<ul>${own.map(
      ({ severity, place, message, code }) =>
        html`<li>Line ${place.line}: ${severity}: ${message} <code>${code}</code></li>`,
    )}</ul></details>
`
  );
}
