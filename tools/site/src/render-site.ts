/** All pages of the site. The same input gives the same bytes: nothing here knows the time or the machine. */
import { sitePaths } from './address.js';
import { clausePage } from './clause/clause-page.js';
import { costPage } from './cost/cost-page.js';
import { changePages } from './difference/change-pages.js';
import { indexPage } from './index-page.js';
import { linksPage } from './link/links-page.js';
import { mailPage } from './mail/mail-page.js';
import { matrixPage } from './matrix/matrix-page.js';
import { objectionsPage } from './objection/objections-page.js';
import { publishedRfcs } from './published-rfc.js';
import { rfcPage } from './rfc/rfc-page.js';
import { siteScript } from './script/site-script.js';
import type { SiteFile, SiteInput } from './site-input.js';
import { siteLinks } from './site-links.js';
import { styleSheet } from './style/style-sheet.js';

/** Each path once. Any RFC gives pages, whatever is wrong with it. */
export function renderSite(input: SiteInput): readonly SiteFile[] {
  const rfcs = publishedRfcs(input);
  const links = siteLinks(rfcs);
  return [
    indexPage(rfcs),
    costPage(input.costs),
    ...rfcs.flatMap((rfc) => [
      rfcPage(rfc, links),
      matrixPage(rfc),
      objectionsPage(rfc, links),
      linksPage(rfc),
      ...changePages(rfc),
      mailPage(rfc),
      ...rfc.clauses.map((clause) => clausePage(clause, rfc, links)),
    ]),
    { path: sitePaths.style, text: styleSheet },
    { path: sitePaths.script, text: siteScript },
  ];
}
