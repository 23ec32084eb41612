/** One clause of a difference: what became of it, why it is called so, and the words of each field that differs. */
import { type ClauseId, printClause } from '@quiesce/contract';
import type { ClauseDifference, FieldDifference } from '@quiesce/rfc';
import { type Html, html, joined } from '../html.js';
import { addedText, changedWords, removedText } from './words.js';

export function clauseDifference(
  { id, changes, before, after, fields, reasons, loss }: ClauseDifference,
  clauseAddress: (id: ClauseId) => string | undefined,
): Html {
  const address = after === undefined ? undefined : clauseAddress(id);
  const name = html`<code>${id}</code>`;
  return html`<section class="clause-difference loss-${loss}">
<h3>${address === undefined ? name : html`<a href="${address}">${name}</a>`} <span class="changes">${joined(changes)}</span></h3>
${reasons.length > 0 && html`<ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}
${before === undefined && after !== undefined && html`<pre tabindex="0">${addedText(printClause(after))}</pre>`}
${after === undefined && before !== undefined && html`<pre tabindex="0">${removedText(printClause(before))}</pre>`}
${fields.length > 0 && html`<dl class="fields">${fields.map(fieldDifference)}</dl>`}
</section>
`;
}

function fieldDifference({ key, before, after }: FieldDifference): Html {
  return html`<div><dt>${key}</dt><dd>${fieldWords(before, after)}</dd></div>`;
}

function fieldWords(before: string | undefined, after: string | undefined): readonly Html[] {
  if (before === undefined) return after === undefined ? [] : [addedText(after)];
  return after === undefined ? [removedText(before)] : changedWords(before, after);
}
