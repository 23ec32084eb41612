/** A verdict as it is shown: a mark, a word and a tone. The mark and the word say everything; colour only helps. */
import { type Verdict, verdicts, verdictTable } from '@quiesce/conformance';
import { type Html, html } from '../html.js';

type Tone = 'good' | 'bad' | 'warn' | 'plain';

const marks: Readonly<Record<Verdict, { readonly glyph: string; readonly tone: Tone }>> = {
  holds: { glyph: '✓', tone: 'good' },
  fails: { glyph: '✗', tone: 'bad' },
  deviates: { glyph: '≠', tone: 'warn' },
  witnessed: { glyph: '∃', tone: 'good' },
  always: { glyph: '∀', tone: 'good' },
  'never-happens': { glyph: '∅', tone: 'warn' },
  vacuous: { glyph: '○', tone: 'bad' },
  'not-complete': { glyph: '?', tone: 'warn' },
  unchecked: { glyph: '–', tone: 'plain' },
  'not-explored': { glyph: '·', tone: 'plain' },
};

const tones: Readonly<Record<Tone, string>> = { good: 'good', bad: 'bad', warn: 'warn', plain: 'plain' };

export function verdictWord(verdict: Verdict): string {
  return verdict === 'not-explored' ? 'not explored' : verdictTable[verdict].mark;
}

/** The class that gives its colour: that of the verdict where it is promised, none where it is for information. */
export function verdictClass(verdict: Verdict, isPromised: boolean): string {
  return isPromised ? `verdict ${tones[marks[verdict].tone]}` : 'verdict informative';
}

/** Mark and word. */
export function verdictMark(verdict: Verdict, isPromised = true): Html {
  return html`<span class="${verdictClass(verdict, isPromised)}">${glyphOf(verdict)} ${verdictWord(verdict)}</span>`;
}

/** The mark alone to the eye, and the word to who listens. */
export function glyphOf(verdict: Verdict): Html {
  return html`<span class="glyph" aria-hidden="true">${marks[verdict].glyph}</span>`;
}

/** What the marks mean: of those that are shown. */
export function legend(shown: Iterable<Verdict>): Html {
  const used = new Set(shown);
  const rows = verdicts.filter((verdict) => used.has(verdict));
  return html`<dl class="legend">${rows.map(
    (verdict) =>
      html`<div><dt>${verdictMark(verdict)}</dt><dd>${verdictTable[verdict].meaning}</dd></div>
`,
  )}</dl>`;
}
