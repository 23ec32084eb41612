/** Samples with a position in them: `⟦` and `⟧` stand around what a finding must point at. */
import { type SourceText, type Span, sourceText } from '../src/index.js';

export interface MarkedSample {
  readonly source: SourceText;
  readonly marked: Span;
}

export function markedSample(sample: string): MarkedSample {
  const start = sample.indexOf('⟦');
  const end = sample.indexOf('⟧') - 1;
  if (start === -1 || end < start) throw new Error(`the sample has no ⟦position⟧: ${sample}`);
  return { source: sourceText('sample.md', sample.replace(/[⟦⟧]/g, '')), marked: { start, end } };
}

/** The whole text as the body of a block without fences. */
export function asBody(source: SourceText): { readonly block: Span; readonly body: Span } {
  const whole = { start: 0, end: source.text.length };
  return { block: whole, body: whole };
}
