/** All pages of the site. The same input gives the same bytes: nothing here knows the time or the machine. */
import { changePath, clausePath, rfcPath, sitePaths } from './address.js';
import { clausePage } from './clause/clause-page.js';
import { costPage } from './cost/cost-page.js';
import { changePage, changesPage } from './difference/change-pages.js';
import { indexPage } from './index-page.js';
import { linksPage } from './link/links-page.js';
import { mailPage } from './mail/mail-page.js';
import { matrixPage } from './matrix/matrix-page.js';
import { objectionsPage } from './objection/objections-page.js';
import { type PublishedRfc, publishedRfcs } from './published-rfc.js';
import { rfcPage } from './rfc/rfc-page.js';
import { siteScript } from './script/site-script.js';
import type { SiteFile, SiteInput } from './site-input.js';
import { type SiteLinks, siteLinks } from './site-links.js';
import { styleSheet } from './style/style-sheet.js';

/** From the path of each file to what makes its text: whoever shows one page need not wait for a hundred. */
export type SitePlan = ReadonlyMap<string, () => string>;

/** Any RFC gives pages, whatever is wrong with it. */
export function planSite(input: SiteInput): SitePlan {
  const rfcs = publishedRfcs(input);
  const links = siteLinks(rfcs);
  return new Map<string, () => string>([
    [sitePaths.index, () => indexPage(rfcs)],
    [sitePaths.costs, () => costPage(input.costs)],
    ...rfcs.flatMap((rfc) => planRfc(rfc, links)),
    [sitePaths.style, () => styleSheet],
    [sitePaths.script, () => siteScript],
  ]);
}

/** All of them. */
export function renderSite(input: SiteInput): readonly SiteFile[] {
  return [...planSite(input)].map(([path, render]) => ({ path, text: render() }));
}

function planRfc(rfc: PublishedRfc, links: SiteLinks): readonly (readonly [string, () => string])[] {
  return [
    [rfcPath(rfc, 'text'), () => rfcPage(rfc, links)],
    [rfcPath(rfc, 'matrix'), () => matrixPage(rfc)],
    [rfcPath(rfc, 'objections'), () => objectionsPage(rfc, links)],
    [rfcPath(rfc, 'links'), () => linksPage(rfc)],
    [rfcPath(rfc, 'changes'), () => changesPage(rfc)],
    ...rfc.differences.map(
      (difference, index) =>
        [changePath(rfc, index + 1), () => changePage(rfc, difference, index + 1)] as const,
    ),
    [rfcPath(rfc, 'mail'), () => mailPage(rfc)],
    ...rfc.clauses.map(
      (clause) => [clausePath(rfc, clause.clause.id), () => clausePage(clause, rfc, links)] as const,
    ),
  ];
}
