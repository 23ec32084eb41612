/** The frame of every page: what browsers are told, the way around the site, and the landmarks. */
import { hrefTo, type RfcPage, rfcPages, rfcPath, sitePaths } from '../address.js';
import { attributes, type Html, html, htmlText } from '../html.js';
import type { PublishedRfc } from '../published-rfc.js';

export interface PageContent {
  /** From the site's folder. */
  readonly path: string;
  readonly title: string;
  /** Whose page it is, and which one: the navigation shows where one is. */
  readonly rfc?: PublishedRfc;
  readonly tab?: RfcPage;
  /** An outline, beside the text. */
  readonly outline?: Html;
  readonly body: Html;
  /** Of the text: a readable line, room for a table beside it, or the whole window. Has no meaning beside an outline. */
  readonly width?: 'line' | 'broad' | 'wide';
}

/**
 * Nothing from elsewhere is loaded, and no script but the site's own runs, whatever an RFC holds. `file:` is for pages that
 * are opened from a disk, where browsers do not agree on what "self" is.
 */
const policy = [
  "default-src 'none'",
  "style-src 'self' file:",
  "script-src 'self' file:",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The text of a page. */
export function page(content: PageContent): string {
  const { path, title, rfc, outline, body, width = 'line' } = content;
  const fullTitle = rfc === undefined ? title : `${title} — ${rfc.name}`;
  const layout = outline === undefined ? width : 'with-outline';
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${fullTitle}</title>
<link rel="stylesheet" href="${hrefTo(path, sitePaths.style)}">
<script src="${hrefTo(path, sitePaths.script)}" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="site-header">
<p class="site-name"><a href="${hrefTo(path, sitePaths.index)}"${isAt(path === sitePaths.index)}>All RFCs</a>${
    rfc === undefined ? false : html` <span aria-hidden="true">/</span> <span>${rfc.name}</span>`
  }</p>
${rfc === undefined ? false : tabs(path, rfc, content.tab)}</header>
<div class="layout ${layout}">
${outline}<main id="main" tabindex="-1">
${body}
</main>
</div>
</body>
</html>
`;
  return htmlText(document);
}

const tabNames: Readonly<Record<RfcPage, string>> = {
  text: 'Text',
  matrix: 'Matrix',
  objections: 'Objections',
  links: 'Links',
  changes: 'Changes',
  mail: 'Mail',
};

function tabs(from: string, rfc: PublishedRfc, current: RfcPage | undefined): Html {
  return html`<nav aria-label="Pages of ${rfc.name}"><ul class="tabs">${rfcPages.map(
    (name) =>
      html`<li><a href="${hrefTo(from, rfcPath(rfc, name))}"${isAt(name === current)}>${tabNames[name]}</a></li>`,
  )}<li><a href="${hrefTo(from, sitePaths.costs)}">Costs</a></li></ul></nav>
`;
}

function isAt(isHere: boolean): Html | false {
  return isHere && attributes({ 'aria-current': 'page' });
}
