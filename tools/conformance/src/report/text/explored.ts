/** What was explored: the states of each scenario under each option. A verdict is worth as much as this table says. */
import { memoryModels, scenarioName } from '../../cell/cell.js';
import type { CheckReport } from '../check-report.js';
import { fitsPage, type Grid, type GridCell, renderGrid } from './grid.js';
import type { Paint } from './paint.js';
import { wrapped } from './wrapped.js';

type Cell = CheckReport['cells'][number];

export function renderExplored({ cells, options }: CheckReport, paint: Paint): readonly string[] {
  const ofOptions = cells.filter(({ option }) => option !== null);
  const names = commonSizes(ofOptions);
  const scenarioText = names === undefined ? withNamedSizes : withSizes;
  const rows = [...new Set(ofOptions.map(scenarioText))];
  if (rows.length === 0) return [];
  const grid: Grid = {
    corner: names === undefined ? 'scenario' : `scenario (${names.join('/')})`,
    headings: options,
    rows: rows.map((label) => ({
      label,
      cells: options.map((option) =>
        statesCell(ofOptions.find((cell) => cell.option === option && scenarioText(cell) === label)),
      ),
    })),
    align: 'right',
  };
  return renderGrid(fitsPage(grid) ? grid : sumsOf(ofOptions, options, scenarioText), paint);
}

/** A row for each option, where the options are too many to stand side by side. */
function sumsOf(
  cells: readonly Cell[],
  options: readonly string[],
  scenarioText: (cell: Cell) => string,
): Grid {
  const rows = options.flatMap((option) => {
    const own = cells.filter((cell) => cell.option === option);
    if (own.length === 0) return [];
    const largest = own.reduce((best, cell) => (cell.states > best.states ? cell : best));
    const bounded = own.filter(({ complete }) => !complete).length;
    const states = groupDigits(own.reduce((sum, cell) => sum + cell.states, 0));
    return [
      {
        label: option,
        cells: [
          { text: groupDigits(own.length) },
          bounded === 0 ? { text: states } : ({ text: `>${states}`, colour: 'yellow' } as const),
          statesCell(largest),
          { text: scenarioText(largest) },
        ],
      },
    ];
  });
  return { corner: 'option', headings: ['cells', 'states', 'largest', 'in'], rows, align: 'right' };
}

/** How many states in all, and whether the searches were complete. */
export function exploredText({ cells }: CheckReport): readonly string[] {
  const states = cells.reduce((sum, cell) => sum + cell.states, 0);
  const transitions = cells.reduce((sum, cell) => sum + cell.transitions, 0);
  const incomplete = cells.filter(({ complete }) => !complete).map(({ id }) => id);
  const models = memoryModels.filter((model) => cells.some(({ memoryModel }) => memoryModel === model));
  const under = models.map((model) => {
    const own = cells.filter(({ memoryModel }) => memoryModel === model);
    const longest = Math.max(...own.map(({ buffers }) => buffers));
    const buffers = model === 'sc' ? '' : ` (buffers of up to ${plural(longest, 'store')})`;
    return `${own.length === cells.length ? '' : `${own.length} `}under ${memoryModelNames[model]}${buffers}`;
  });
  const done =
    incomplete.length === 0
      ? 'every search was complete'
      : `${incomplete.length} of them stopped at a bound: ${incomplete.join(', ')}`;
  const counts = `${plural(states, 'state')}, ${plural(transitions, 'transition')}`;
  const list = under.length === 1 ? ` ${under[0]}` : `, ${under.join(', ')}`;
  const reduced = cells.some((cell) => cell.reduced) ? ` ${reducedText}` : '';
  return wrapped('', `${plural(cells.length, 'cell')}${list}: ${counts}; ${done}.${reduced}`);
}

const reducedText =
  'The searches left out steps that come to the same in another order, and the states between them: these are not counted.';

/** The names of the sizes, if all scenarios have the same; undefined if not, or if they have none. */
function commonSizes(cells: readonly Cell[]): readonly string[] | undefined {
  const [first, ...others] = [...new Set(cells.map(({ sizes }) => Object.keys(sizes).join('/')))];
  return first === undefined || first === '' || others.length > 0 ? undefined : first.split('/');
}

/** `detach-running (1/2)`: the names are those of the corner. */
function withSizes({ scenario, memoryModel, sizes }: Cell): string {
  return `${scenarioName({ scenario, memoryModel })} (${Object.values(sizes).join('/')})`;
}

/** `detach-running (tasks 1, engines 2)` */
function withNamedSizes({ scenario, memoryModel, sizes }: Cell): string {
  const list = Object.entries(sizes).map(([name, size]) => `${name} ${size}`);
  const name = scenarioName({ scenario, memoryModel });
  return list.length === 0 ? name : `${name} (${list.join(', ')})`;
}

function statesCell(cell: Cell | undefined): GridCell {
  if (cell === undefined) return { text: '-' };
  const text = groupDigits(cell.states);
  return cell.complete ? { text } : { text: `>${text}`, colour: 'yellow' };
}

export function plural(count: number, noun: string): string {
  return `${groupDigits(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `1,234,567`, whatever the locale. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

const memoryModelNames = { sc: 'sequential consistency', tso: 'total store order' } as const;
