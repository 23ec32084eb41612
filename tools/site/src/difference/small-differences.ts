/** What differs besides clauses and prose: objections, front matter, and clauses that stand elsewhere. */
import type { FrontMatterDifference, MovedClause, ObjectionDifference, RfcDifference } from '@quiesce/rfc';
import { type Html, html, joined } from '../html.js';
import { addedText, changedWords, removedText } from './words.js';

export function smallDifferences({
  objections,
  frontMatter,
  moved,
}: RfcDifference): readonly (Html | false)[] {
  return [
    objections.length > 0 && html`<h2>Objections</h2><ul>${objections.map(objectionItem)}</ul>`,
    frontMatter.length > 0 && html`<h2>Front matter</h2><ul>${frontMatter.map(frontMatterItem)}</ul>`,
    moved.length > 0 && html`<h2>Moved</h2><ul>${moved.map(movedItem)}</ul>`,
  ];
}

function objectionItem({ id, change, before, after }: ObjectionDifference): Html {
  const name = html`<code>${id}</code>`;
  switch (change) {
    case 'added':
      return html`<li>${name} was added: ${addedText(after?.state ?? '')}</li>`;
    case 'removed':
      return html`<li>${name} was removed</li>`;
    case 'state':
      return html`<li>${name} was ${removedText(before?.state ?? '')} and is ${addedText(after?.state ?? '')}</li>`;
    case 'changed':
      return html`<li>${name} has other words</li>`;
  }
}

function frontMatterItem({ key, before, after, added, removed }: FrontMatterDifference): Html {
  if (before.length === 1 && after.length === 1)
    return html`<li><code>${key}</code>: ${changedWords(before[0]!, after[0]!)}</li>`;
  if (added.length + removed.length === 0) return html`<li><code>${key}</code>: in another order</li>`;
  return html`<li><code>${key}</code>: ${joined([...removed.map(removedText), ...added.map(addedText)])}</li>`;
}

function movedItem({ id, from, to }: MovedClause): Html {
  return html`<li><code>${id}</code> stood under “${from}” and stands under “${to}”</li>`;
}
