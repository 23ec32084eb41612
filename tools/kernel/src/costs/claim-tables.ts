/** What others have published beside what was measured: rows, what is worked out from them, and what was said of them. */
import { figuresOf, judgeClaims, ratioOf } from './claims.js';
import { sumOf } from './expression.js';
import type { FigureSet, Published } from './published.js';
import type { Table } from './table.js';

/** `measured`: sets with the names of the published ones, see measured-sets.ts. */
export function claimTables(published: Published, measured: readonly FigureSet[]): readonly Table[] {
  const sets = [...published.sets, ...measured];
  return [rowTable(published, sets), derivedTable(published, sets), claimTable(published, sets)];
}

const none = '-';

function rowTable({ labels, reference, unit }: Published, sets: readonly FigureSet[]): Table {
  return {
    title: `Published figures (unit: ${unit}) beside the measured ones, each with its ratio to "${labels[reference] ?? reference}"`,
    head: ['', ...sets.flatMap(({ title }) => [title, 'ratio'])],
    rows: Object.entries(labels).map(([name, label]) => [
      label,
      ...sets.flatMap(({ rows }) => {
        const [value, whole] = [rows[name], rows[reference]];
        if (value === undefined) return [none, none];
        return [numberText(value), whole === undefined ? none : (value / whole).toFixed(2)];
      }),
    ]),
  };
}

function derivedTable({ baselines, derived }: Published, sets: readonly FigureSet[]): Table {
  return {
    title: 'Worked out from them, under each choice of baseline',
    head: ['', ...sets.map(({ title }) => title)],
    rows: baselines.flatMap((baseline) =>
      derived.map(({ title, value, ratio }) => [
        `${baseline.title}: ${title}`,
        ...sets.map((set) => {
          const figures = figuresOf(set, baseline);
          const times = ratio === undefined ? undefined : ratioOf(ratio, figures);
          if (times !== undefined) return `×${times.toFixed(3)}`;
          const sum = value === undefined ? undefined : sumOf(value, figures);
          return sum === undefined ? none : numberText(sum);
        }),
      ]),
    ),
  };
}

function claimTable(published: Published, sets: readonly FigureSet[]): Table {
  const claims = judgeClaims(published, sets);
  const rows = published.statements.flatMap((statement) =>
    published.baselines.flatMap((baseline) => {
      const own = claims.filter((one) => one.statement === statement && one.baseline === baseline);
      if (own.length === 0) return [];
      return [
        [
          `${statement.text} (${baseline.title})`,
          ...sets.map((set) => {
            const claim = own.find((one) => one.set === set);
            if (claim === undefined) return none;
            const { ratio, holds, as } = claim;
            const words = [
              ratio === undefined ? undefined : `×${ratio.toFixed(2)}`,
              holds ? 'holds' : 'does not hold',
              as === undefined ? undefined : `(${as})`,
            ];
            return words.filter((word) => word !== undefined).join(' ');
          }),
        ],
      ];
    }),
  );
  return {
    title: 'What was said of them, under each choice of baseline',
    head: ['', ...sets.map(({ title }) => title)],
    rows,
  };
}

/** Whole numbers as they are, others to three digits behind the point. */
function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}
