/** Two texts as one, with the words that were taken out and those that were put in. */
import { type WordRun, wordDiff } from '@quiesce/rfc';
import { type Html, html } from '../html.js';

export function changedWords(before: string, after: string): readonly Html[] {
  return changedRuns(wordDiff(before, after));
}

export function changedRuns(runs: readonly WordRun[]): readonly Html[] {
  return runs.map(wordRun);
}

function wordRun({ kind, text }: WordRun): Html {
  switch (kind) {
    case 'same':
      return html`${text}`;
    case 'removed':
      return removedText(text);
    case 'added':
      return addedText(text);
  }
}

export function removedText(text: string): Html {
  return html`<del>${text}</del>`;
}

export function addedText(text: string): Html {
  return html`<ins>${text}</ins>`;
}
