/** Published figures beside those that were measured, and which sentence about them holds under which choice of baseline. */
import { type Claim, figuresOf, judgeClaims, ratioOf } from '../claims.js';
import type { Baseline, FigureSet, Published } from '../published.js';
import { numberText, ratioText } from './measured-tables.js';
import { blocks, glossary, type Lines, paragraph, table } from './text.js';

/** `measured`: sets that have the same rows. */
export function publishedTables(published: Published, measured: readonly FigureSet[]): Lines {
  const sets = [...published.sets, ...measured];
  return blocks([
    figureTable(published, sets, measured.length > 0),
    ratioTable(published, sets),
    claimTable(published, sets),
  ]);
}

/** Each set by itself: their units differ. */
function figureTable(
  { labels, unit, source }: Published,
  sets: readonly FigureSet[],
  isMeasured: boolean,
): Lines {
  const letters = lettersOf(sets);
  return blocks([
    paragraph(
      `The published figures, in a unit that is ${unit}${isMeasured ? ', and the same rows measured here' : ''}. ${source}`,
    ),
    glossary(sets.map(({ title }, index) => [letters[index]!, title])),
    table(
      ['row', ...letters],
      Object.entries(labels).map(([name, label]) => [
        label,
        ...sets.map(({ rows }) => {
          const value = rows[name];
          return value === undefined ? '-' : value >= 100 ? numberText(value) : ratioText(value);
        }),
      ]),
    ),
  ]);
}

function ratioTable({ derived, baselines }: Published, sets: readonly FigureSet[]): Lines {
  const ratios = derived.filter(({ ratio }) => ratio !== undefined);
  const letters = lettersOf(ratios);
  const rows = bySet(sets, baselines, (set, baseline) =>
    ratios.map(({ ratio }) => {
      const value = ratioOf(ratio!, figuresOf(set, baseline));
      return value === undefined ? undefined : ratioText(value);
    }),
  );
  if (rows.length === 0) return [];
  return blocks([
    paragraph('What follows from them, for each choice of what is compared with what:'),
    glossary(ratios.map(({ title }, index) => [letters[index]!, title])),
    table(['', ...letters], rows),
  ]);
}

function claimTable(published: Published, sets: readonly FigureSet[]): Lines {
  const { statements, baselines } = published;
  const claims = judgeClaims(published, sets);
  const letters = lettersOf(statements);
  const rows = bySet(sets, baselines, (set, baseline) =>
    statements.map((statement) => {
      const claim = claims.find(
        (one) => one.statement === statement && one.set === set && one.baseline === baseline,
      );
      return claim === undefined ? undefined : mark(claim);
    }),
  );
  if (rows.length === 0) return [];
  const reserved = statements.flatMap((statement, index) => {
    const words = claims.flatMap((one) =>
      one.statement === statement && one.as !== undefined ? [one.as] : [],
    );
    return [...new Set(words)].map((word) => `${letters[index]}, ${word}`);
  });
  return blocks([
    paragraph('Which sentence of the mail holds then (+), does not (-), or has no figures (.):'),
    glossary(statements.map(({ text }, index) => [letters[index]!, text])),
    table(['', ...letters], rows),
    reserved.length === 0 ? [] : paragraph(`o holds: ${reserved.join('; ')}.`),
  ]);
}

function mark({ holds, as }: Claim): string {
  if (!holds) return '-';
  return as === undefined ? '+' : 'o';
}

/** A heading for each set, and a row for each baseline that has something in it. */
function bySet(
  sets: readonly FigureSet[],
  baselines: readonly Baseline[],
  cells: (set: FigureSet, baseline: Baseline) => readonly (string | undefined)[],
): readonly Lines[] {
  return sets.flatMap((set) => {
    const rows = baselines.flatMap((baseline): readonly Lines[] => {
      const values = cells(set, baseline);
      if (values.every((value) => value === undefined)) return [];
      return [[`  ${baseline.title}`, ...values.map((value) => value ?? '.')]];
    });
    return rows.length === 0 ? [] : [[set.title], ...rows];
  });
}

function lettersOf(all: readonly unknown[]): Lines {
  return all.map((_, index) => String.fromCharCode('a'.charCodeAt(0) + index));
}
