/**
 * The matrix in the columns of a mail. Where words do not fit, a letter stands for each, and the options are numbered from
 * top to bottom, so that twenty of them take forty columns.
 */
import type { MailPartLine } from '@quiesce/rfc';
import type { CheckReport } from '../check-report.js';
import { renderGrid } from '../text/grid.js';
import { letterOf, matrixOf, numberedOptions, renderLegend, type Style, styleOf } from '../text/matrix.js';

type Clause = CheckReport['clauses'][number];
type Block = readonly MailPartLine[];

/** What the columns are called, the rows, and what the marks mean. */
export function mailMatrix(report: CheckReport, width: number): readonly Block[] {
  const style = styleOf(report, width);
  const legend = renderLegend(report, style, width).map((text) => ({ text }));
  return [...matrices[style](report, width), legend];
}

const matrices: Readonly<Record<Style, (report: CheckReport, width: number) => readonly Block[]>> = {
  words: ({ clauses, options }, width) => {
    const lines = renderGrid(matrixOf(clauses, options, 'words'), (_, text) => text, width);
    const ids = clauses.map(({ id }) => id);
    return [
      lines.map((text) => {
        const clause = ids.find((id) => text.split(' ', 1)[0] === id);
        return clause === undefined ? { text } : { text, clause };
      }),
    ];
  },
  letters: ({ clauses, options }, width) => [
    numberedOptions(options, width).map((text) => ({ text })),
    ...letterGroups(clauses, options, width),
  ],
};

/** A clause with a longer name has it on a line of its own, where the columns need the room. */
const widestLabel = 36;
const columnWidth = 2;

/** Several where not all options fit beside the names. */
function letterGroups(
  clauses: readonly Clause[],
  options: readonly string[],
  width: number,
): readonly Block[] {
  const room = width - columnWidth * options.length;
  const labels = ['clause', ...clauses.map(({ id }) => id)].map(({ length }) => length);
  const labelWidth = Math.max(...labels.filter((length) => length <= Math.max(room, widestLabel)));
  const perGroup = Math.max(1, Math.floor((width - labelWidth) / columnWidth));
  const groups: Block[] = [];
  for (let from = 0; from < options.length; from += perGroup) {
    const columns = options.slice(from, from + perGroup).map((_, index) => from + index);
    groups.push([
      ...headings(columns, labelWidth),
      ...clauses.flatMap((clause) => letterRow(clause, columns, labelWidth)),
    ]);
  }
  return groups;
}

/** The digits of each number below each other. */
function headings(columns: readonly number[], labelWidth: number): Block {
  const numbers = columns.map((column) => String(column + 1));
  const height = Math.max(...numbers.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => {
    const digits = numbers.map((number) => ` ${number.padStart(height).charAt(line)}`);
    return { text: ((line === height - 1 ? 'clause' : '').padEnd(labelWidth) + digits.join('')).trimEnd() };
  });
}

function letterRow({ id, verdicts }: Clause, columns: readonly number[], labelWidth: number): Block {
  const letters = columns.map((column) => {
    const { verdict, promised } = verdicts[column]!;
    const letter = letterOf(verdict);
    return ` ${promised ? letter : letter.toLowerCase()}`;
  });
  const row = letters.join('');
  const isBeside = id.length <= labelWidth;
  return isBeside
    ? [{ text: id.padEnd(labelWidth) + row, clause: id }]
    : [
        { text: id, clause: id },
        { text: ' '.repeat(labelWidth) + row, clause: id },
      ];
}
