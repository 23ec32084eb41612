/** A design option: what it promises, and whether it kept that in the last check; then what it keeps or breaks without promising it. */
import { type Clause, displayText, isPromisedBy } from '@quiesce/contract';
import { promisedColour } from '../report/text/matrix.js';
import { type Paint, painter } from '../report/text/paint.js';
import { wrapped } from '../report/text/wrapped.js';
import type { LastVerdict } from '../trace/kept-check.js';
import type { TracedDocument } from '../trace/traced.js';
import { verdictTable } from '../verdict/verdict.js';

/** Of one RFC that declares it. Ends with a line feed. */
export function renderOption(
  option: string,
  { number, title, clauses }: TracedDocument,
  verdictOf: (clause: Clause) => LastVerdict | undefined,
  colour: boolean,
): string {
  const paint = painter(colour);
  const promised = clauses.filter((clause) => isPromisedBy(clause, option));
  const others = clauses.filter((clause) => !promised.includes(clause));
  const width = Math.max(0, ...clauses.map(({ id }) => id.length));
  const lines = (some: readonly Clause[], isPromised: boolean): readonly string[] =>
    some.map((clause) => {
      const mark = markOf(option, verdictOf(clause), isPromised, paint);
      return `  ${clause.id.padEnd(width)}  ${mark}`.trimEnd();
    });
  const blocks = [
    [
      `${paint('bold', option)}`,
      ...wrapped(
        '',
        `RFC ${number}: ${displayText(title)}; it promises ${promised.length} of ${clauses.length} clauses.`,
      ),
    ],
    ...(promised.length === 0 ? [] : [['Promised', ...lines(promised, true)]]),
    ...(others.length === 0 ? [] : [['Not promised', ...lines(others, false)]]),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function markOf(option: string, last: LastVerdict | undefined, isPromised: boolean, paint: Paint): string {
  const found = last?.clause.verdicts.find((one) => one.option === option);
  if (last === undefined || found === undefined || found.verdict === 'not-explored') return 'not checked';
  const { mark } = verdictTable[found.verdict];
  const shown = isPromised ? paint(promisedColour(found.verdict), mark) : `(${mark.toLowerCase()})`;
  return last.clauseChanged || last.modelChanged ? `${shown}, of an earlier text` : shown;
}
