/** What an RFC says of costs: made from the report, so that no number in it is typed. */
import type { CostReport } from '../cost-report.js';
import { measuredSets } from '../measured-sets.js';
import type { Published } from '../published.js';
import { byteTable, countTables, fastPathTable, timeTables } from './measured-tables.js';
import { publishedTables } from './published-tables.js';
import { blocks, glossary, type Lines, paragraph } from './text.js';

/** Options of two RFCs may have one name. */
export interface CostedRfc {
  readonly number: number;
  /** In its order. */
  readonly options: readonly string[];
}

/** What was measured of the options of an RFC. Lines of at most 72 columns where no name is longer, without line ends; some are empty. */
export function costSection(all: CostReport, rfc: CostedRfc): Lines {
  const costs = costsOf(all, rfc);
  const { options } = rfc;
  const missing = options.filter((option) => !costs.rows.some((row) => row.option === option));
  if (missing.length === options.length) return paragraph('No option of this RFC was measured.');
  return blocks([
    glossary([
      ['machine', costs.machine],
      ['kernel', costs.kernel],
      ['settings', costs.config],
    ]),
    countTables(costs, options),
    timeTables(costs, options),
    fastPathTable(costs, options),
    byteTable(costs, options),
    missing.length === 0 ? [] : paragraph(`Not measured: ${missing.join(', ')}.`),
  ]);
}

/** The figures of others beside those, and what becomes of what was said of them. `all`: null where nothing was measured yet. */
export function publishedSection(all: CostReport | null, published: Published, rfc: CostedRfc): Lines {
  return publishedTables(published, all === null ? [] : measuredSets(costsOf(all, rfc), published));
}

/** A row that names no RFC has an option that only one of them has. */
function costsOf(costs: CostReport, { number, options }: CostedRfc): CostReport {
  const isOf = ({ option, rfc = number }: CostReport['rows'][number]): boolean =>
    rfc === number && options.includes(option);
  const { rows, untouched = [] } = costs;
  return {
    ...costs,
    rows: rows.filter(isOf),
    untouched: untouched.filter(({ rfc = number }) => rfc === number),
  };
}
