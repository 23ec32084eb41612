/** What a check has found out about an RFC, as sections of the mail with its text. */
import type { MailPart } from '@quiesce/rfc';
import type { CheckReport } from '../check-report.js';
import { exploredText } from '../text/explored.js';
import { summaryText } from '../text/summary-text.js';
import { wrapped } from '../text/wrapped.js';
import { counterexamples } from './counterexamples.js';
import { mailMatrix } from './mail-matrix.js';

export const mailContents = ['matrix', 'counterexamples'] as const;

export type MailContent = (typeof mailContents)[number];

export interface MailWishes {
  readonly contents: readonly MailContent[];
  /** Clauses of which all runs are shown; others have only those that break a promise. */
  readonly runsOf: 'all' | readonly string[];
  readonly width: number;
}

/** In the order of `mailContents`, and only what there is. No line is wider than `width` but where a name is. */
export function mailParts(report: CheckReport, wishes: MailWishes): readonly MailPart[] {
  return mailContents.flatMap((content) => {
    if (!wishes.contents.includes(content)) return [];
    const part = sections[content](report, wishes);
    return part.blocks.length === 0 ? [] : [part];
  });
}

const sections: Readonly<Record<MailContent, (report: CheckReport, wishes: MailWishes) => MailPart>> = {
  matrix: (report, { width }) => ({
    title: 'Clauses and options',
    blocks:
      report.clauses.length === 0
        ? []
        : [...basis(report, width), ...mailMatrix(report, width), ...unchecked(report, width)],
  }),
  counterexamples: (report, { runsOf, width }) => ({
    title: 'Counterexamples',
    blocks: counterexamples(report, (id) => runsOf === 'all' || runsOf.includes(id), width),
  }),
};

/** What the matrix rests on: a verdict is worth as much as what was explored for it. */
function basis(report: CheckReport, width: number): MailPart['blocks'] {
  const scope = report.selection.length === 0 ? [] : [`Only ${report.selection.join(', ')}.`];
  const paragraphs = [[...scope, ...summaryText(report)], exploredText(report)];
  return paragraphs.map((lines) => wrapped('', lines.join(' '), width).map((text) => ({ text })));
}

function unchecked({ clauses }: CheckReport, width: number): MailPart['blocks'] {
  const lines = clauses
    .filter(({ properties }) => properties.length === 0)
    .flatMap(({ id, verdicts, unchecked: why }) => {
      const texts = wrapped('  ', `${id}: ${why ?? verdicts[0]?.reason ?? ''}`, width);
      return texts.map((text) => ({ text, clause: id }));
    });
  return lines.length === 0 ? [] : [[{ text: 'Unchecked:' }, ...lines]];
}
