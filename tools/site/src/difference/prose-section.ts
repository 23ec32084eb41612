/** One section of a difference: its paragraphs, as they stand in the file, with the words that changed. */
import type { ParagraphDifference, SectionDifference, SectionText } from '@quiesce/rfc';
import { type Html, html } from '../html.js';
import { addedText, changedRuns, removedText } from './words.js';

export function proseDifference({ title, change, before, after, paragraphs }: SectionDifference): Html {
  const name = title === '' ? 'Above the first heading' : title;
  return html`<section class="prose-difference">
<h3>${name} <span class="changes">${change}</span></h3>
${change === 'renamed' && before !== undefined && html`<p>It was ${removedText(before.title)}.</p>`}
${change === 'added' && wholeText(after, addedText)}${change === 'removed' && wholeText(before, removedText)}${paragraphs.map(changedParagraph)}
</section>
`;
}

function wholeText(section: SectionText | undefined, mark: (text: string) => Html): readonly Html[] {
  return (section?.paragraphs ?? []).map((text) => html`<p class="source">${mark(text)}</p>`);
}

function changedParagraph({ form, runs }: ParagraphDifference): Html {
  return form === 'lines'
    ? html`<pre tabindex="0">${runs.map((run) => html`${changedRuns([run])}\n`)}</pre>`
    : html`<p class="source">${changedRuns(runs)}</p>`;
}
