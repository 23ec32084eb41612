/** An RFC as the list reads it: the plain text that goes into a mail. */
import { rfcPath } from '../address.js';
import { html } from '../html.js';
import { page } from '../page/page.js';
import type { PublishedRfc } from '../published-rfc.js';

export function mailPage(rfc: PublishedRfc): string {
  const path = rfcPath(rfc, 'mail');
  const body = html`<h1>As a mail</h1>
${
  rfc.mail === undefined
    ? html`<p>No text for a mail was made.</p>`
    : html`<p>This is what goes out to the list: plain text of 72 columns, with nothing in it that git or a mail reader takes for something else.</p>
<pre class="mail-text" role="region" aria-label="Text of the mail" tabindex="0">${rfc.mail}</pre>`
}`;
  return page({ path, title: 'Mail', rfc, tab: 'mail', body });
}
