/** What sentences about costs come to: each one, for each set of figures, under each choice of baseline. */
import { type Figures, sumOf } from './expression.js';
import type { Baseline, FigureSet, Published, Statement } from './published.js';

export interface Claim {
  readonly statement: Statement;
  readonly set: FigureSet;
  readonly baseline: Baseline;
  /** Of the two sums that the statement compares; absent for one that consists of others. */
  readonly ratio?: number;
  readonly holds: boolean;
  /** Where that is not the whole truth. */
  readonly as?: string;
}

/** In the order of statements, sets and baselines; without those that need a figure which the set does not have. */
export function judgeClaims(published: Published, sets: readonly FigureSet[]): readonly Claim[] {
  const { statements, baselines } = published;
  return statements.flatMap((statement) =>
    sets.flatMap((set) =>
      baselines
        .filter(({ id }) => statement.baselines?.includes(id) ?? true)
        .flatMap((baseline) => judge(statement, set, baseline, published) ?? []),
    ),
  );
}

function judge(
  statement: Statement,
  set: FigureSet,
  baseline: Baseline,
  published: Published,
): Claim | undefined {
  const about = { statement, set, baseline };
  if (statement.all !== undefined) {
    const parts = statement.all.map((id) =>
      judge(published.statements.find((one) => one.id === id)!, set, baseline, published),
    );
    if (parts.some((part) => part === undefined)) return undefined;
    return { ...about, holds: parts.every((part) => part!.holds) };
  }
  const ratio = ratioOf(statement.ratio!, figuresOf(set, baseline));
  if (ratio === undefined) return undefined;
  const bands = statement.bands!;
  const band = bands.find(({ below }) => below === undefined || ratio < below) ?? bands.at(-1)!;
  return { ...about, ratio, holds: band.holds, ...(band.as === undefined ? {} : { as: band.as }) };
}

/** Undefined where a figure is missing, or where the whole is nothing or less: a multiple of that says nothing. */
export function ratioOf([part, whole]: readonly [string, string], figures: Figures): number | undefined {
  const [above, below] = [sumOf(part, figures), sumOf(whole, figures)];
  return above === undefined || below === undefined || below <= 0 ? undefined : above / below;
}

/** A baseline's figures hide those of the set, and they hide its rows: each is worked out from what it hides. */
export function figuresOf(set: FigureSet, baseline: Baseline): Figures {
  const row: Figures = (name) => set.rows[name];
  return layer(baseline.figures, layer(set.figures, row));
}

function layer(figures: Readonly<Record<string, string>>, under: Figures): Figures {
  return (name) => {
    const sum = figures[name];
    return sum === undefined ? under(name) : sumOf(sum, under);
  };
}
