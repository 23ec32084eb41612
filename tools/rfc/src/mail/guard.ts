/** The last pass over the lines: against what is not a matter of column 1, and for what the author should know. */
import { type Diagnostic, lineSpan, placeOf } from '@quiesce/contract';
import type { Rfc } from '../rfc.js';
import { displayWidth } from './display-width.js';
import { breakScissors, cutLong, isScissors, looksLikeTrailers, withHiddenShown } from './hazard.js';
import type { Line } from './mail-line.js';
import { reportMail } from './mail-problems.js';

export interface Guarded {
  readonly lines: readonly Line[];
  readonly diagnostics: readonly Diagnostic[];
}

export function guard(lines: readonly Line[], rfc: Rfc, width: number): Guarded {
  const diagnostics: Diagnostic[] = [];
  const placeOfLine = ({ first = 1 }: Line) =>
    placeOf(rfc.source, lineSpan(rfc.source, first) ?? { start: 0, end: 0 });
  const guarded = lines.flatMap((line) => {
    const { text: plain, names } = withHiddenShown(line.text);
    const isCutting = isScissors(plain);
    const text = isCutting ? breakScissors(plain) : plain;
    const pieces = cutLong(text.trimEnd());
    const columns = displayWidth(text);
    // A line that comes from elsewhere is not the author's.
    if (line.first !== undefined) {
      const place = placeOfLine(line);
      if (names.length > 0) diagnostics.push(reportMail('mail/hidden', place, { names }));
      if (isCutting) diagnostics.push(reportMail('mail/scissors', place, {}));
      if (pieces.length > 1) diagnostics.push(reportMail('mail/cut-line', place, {}));
      else if (columns > width && isBreakable(text))
        diagnostics.push(reportMail('mail/too-wide', place, { columns, width }));
    }
    return pieces.map((piece) => ({ ...line, text: piece }));
  });
  const last = guarded.slice(guarded.findLastIndex(({ text }) => text === '') + 1).map(({ text }) => text);
  return { lines: looksLikeTrailers(last) ? [...guarded, ...end(rfc)] : guarded, diagnostics };
}

/** A single word, such as an address, cannot be broken in the RFC either. */
function isBreakable(text: string): boolean {
  return /\S\s+\S/.test(text.replace(/^\[\d+\] /, ''));
}

function end({ frontMatter }: Rfc): readonly Line[] {
  const name =
    frontMatter === undefined ? 'the RFC' : `RFC ${frontMatter.rfc}, revision ${frontMatter.revision}`;
  return [{ text: '' }, { text: `(End of ${name}.)` }];
}
