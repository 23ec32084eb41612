/** Where the words and links of a text lead, as seen from a page. */
import type { ClauseId } from '@quiesce/contract';
import { anchor, decoded, hrefTo, rfcPath } from './address.js';
import type { Destinations } from './markdown/tidy.js';
import { clauseHolders, type PublishedRfc } from './published-rfc.js';

export interface SiteLinks {
  /** `rfc` is whose text is shown, if the page shows one: its sections can be linked to. */
  readonly from: (path: string, rfc?: PublishedRfc) => Destinations;
}

export function siteLinks(rfcs: readonly PublishedRfc[]): SiteLinks {
  const holders = clauseHolders(rfcs);
  const toClause = (path: string, id: ClauseId): string | undefined => {
    const holder = holders.get(id);
    return holder === undefined ? undefined : hrefTo(path, rfcPath(holder, 'text'), anchor('clause', id));
  };
  return {
    from: (path, rfc) => ({
      ofClause: (id) => toClause(path, id),
      ofLink: (href) => {
        const [file = '', fragment] = href.split('#');
        const holder = file === '' ? rfc : rfcs.find((one) => sameFile(one, file));
        if (holder === undefined) return undefined;
        const target = rfcPath(holder, 'text');
        if (fragment === undefined || fragment === '') return file === '' ? undefined : hrefTo(path, target);
        const section = holder.sections.find(({ slug }) => slug === decoded(fragment));
        return section === undefined ? undefined : hrefTo(path, target, anchor('section', section.slug));
      },
    }),
  };
}

/** RFCs stand side by side: a link from one to the other is a name, perhaps with a path before it. */
function sameFile({ rfc }: PublishedRfc, link: string): boolean {
  const name = decoded(link.slice(link.lastIndexOf('/') + 1));
  return (
    !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link) && name !== '' && rfc.source.file.split('/').at(-1) === name
  );
}
