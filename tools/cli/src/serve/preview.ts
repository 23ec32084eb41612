/** What a preview shows at a moment: pages, mails, and how far the check has come. */
import { planSite, type SiteInput, type SitePlan } from '@quiesce/site';

/** `failed`: the pages are those of the last text that could be read, and the text says what is wrong now. */
export type Status =
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked' }
  | { readonly kind: 'failed'; readonly text: string };

export interface Preview {
  /** A page is made when it is asked for. */
  readonly pages: SitePlan;
  /** By the folder of the RFC's pages. */
  readonly mails: ReadonlyMap<string, string>;
  readonly status: Status;
}

export const emptyPreview: Preview = { pages: new Map(), mails: new Map(), status: { kind: 'checking' } };

export function previewOf(input: SiteInput, status: Status): Preview {
  return {
    pages: planSite(input),
    mails: new Map([...input.mails].map(([file, text]) => [folderOf(file), text])),
    status,
  };
}

/** As the site names it. */
function folderOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}
