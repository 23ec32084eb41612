/** A property of a model: which clause it checks, and what the last check found. */
import { displayText } from '@quiesce/contract';
import { wrapped } from '../report/text/wrapped.js';
import type { LastVerdict } from '../trace/kept-check.js';
import type { TracedClause, TracedProperty } from '../trace/traced.js';
import { verdictTable } from '../verdict/verdict.js';
import { asOf } from './render-card.js';

const kinds = {
  always: 'no run may violate it',
  sometimes: 'some run must witness it',
  liveness: 'no run without end may violate it',
} as const;

/** `clause`: the one that it names; undefined if no RFC has it. Ends with a line feed. */
export function renderProperty(
  property: TracedProperty,
  clause: TracedClause | undefined,
  verdict: LastVerdict | undefined,
): string {
  const { id, kind, place } = property;
  const checks =
    clause === undefined
      ? [`Checks ${property.clause}, which no RFC has.`]
      : [
          `Checks ${clause.clause.id}  ${displayText(clause.file)}:${clause.clause.places.block.line}`,
          ...wrapped('  ', displayText(clause.clause.guarantee)),
        ];
  const found = verdict === undefined ? ['Never checked: run quiesce check.'] : verdictLines(verdict);
  return `${[`${id}  ${displayText(place.file)}:${place.line}`, `${kind}: ${kinds[kind]}`, '', ...checks, '', ...found].join('\n')}\n`;
}

function verdictLines(verdict: LastVerdict): readonly string[] {
  const shown = verdict.clause.verdicts.filter((one) => one.verdict !== 'not-explored');
  const width = Math.max(0, ...shown.map(({ option }) => option.length));
  return [
    ...asOf(verdict),
    ...shown.map(({ option, promised, verdict: one }) => {
      const { mark } = verdictTable[one];
      return `  ${option.padEnd(width)}  ${promised ? mark : `(${mark.toLowerCase()})`}`;
    }),
  ];
}
