/**
 * The picture of a run. Lifelines stand at the left of what their processes say, so that a row reads like code and the space
 * beside it is free: an arrow that arrives from another lifeline never crosses a text, because it has a line of its own.
 */
import { wrap } from '@quiesce/checker';
import { attributes, type Html, html } from '../html.js';
import { type Arrow, type ChartRow, cycleHeight, lineHeight, markHeight, rowsHeight } from './chart-row.js';
import type { Ending } from './ending.js';
import { characterWidth, type Lane, lanesWidth, textIndent } from './lane.js';

export interface Drawing {
  readonly rows: readonly ChartRow[];
  readonly lanes: readonly Lane[];
  readonly ending: Ending;
}

const headPadding = 6;
const numberX = 34;
const cycleMargin = 22;
const smallest = 320;

/** The names of the processes: a picture of its own, so that it can stay in view. */
export function drawHead({ rows, lanes }: Drawing): Html {
  const height = headHeight(lanes);
  const size = { width: widthOf(rows, lanes), height, class: 'chart-head', 'aria-hidden': 'true' };
  const titles = lanes.flatMap(({ title, x, isBuffer }) =>
    title.map(
      (text, index) =>
        html`<text${attributes({ x: round(x - 4), y: textBase(headPadding + index * lineHeight), class: isBuffer && 'muted' })}>${text}</text>`,
    ),
  );
  return html`<svg${attributes(size)}>${titles}</svg>`;
}

/** `id` begins the ids of title and description. */
export function drawChart(drawing: Drawing, id: string, title: string, description: string): Html {
  const { rows, lanes, ending } = drawing;
  const width = widthOf(rows, lanes);
  const end = endingLines(ending, width);
  const height = rowsHeight(rows) + end.length * lineHeight + 3 * headPadding;
  const labels = `${id}-title ${id}-desc`;
  return html`<svg${attributes({ width, height, role: 'img', 'aria-labelledby': labels, class: 'chart-body' })}>
<title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>
${lanes.map((lane) => lifeline(lane, rowsHeight(rows)))}
${rows.map((row) => drawRow(row, width))}
${cycleReturn(rows, width)}
${drawEnding(ending, end, rowsHeight(rows), width)}
</svg>`;
}

function headHeight(lanes: readonly Lane[]): number {
  return Math.max(1, ...lanes.map(({ title }) => title.length)) * lineHeight + 2 * headPadding;
}

function widthOf(rows: readonly ChartRow[], lanes: readonly Lane[]): number {
  const cycle = rows.some(({ step }) => step.beginsCycle) ? cycleMargin : 0;
  return Math.max(smallest, Math.ceil(lanesWidth(lanes) + cycle));
}

function lifeline({ x, isBuffer }: Lane, height: number): Html {
  const line = {
    x1: round(x),
    x2: round(x),
    y1: 0,
    y2: height,
    class: isBuffer ? 'lifeline buffer' : 'lifeline',
  };
  return html`<line${attributes(line)}/>`;
}

function drawRow(row: ChartRow, width: number): Html {
  const { step, lane, top, height, takesOver, arrows, lines, head } = row;
  const y = markHeight(row);
  const classes = ['row', ...(step.isLast ? ['last'] : [])].join(' ');
  const first = y - lineHeight / 2;
  return html`<g${attributes({ class: classes, 'data-step': step.number })}>
<rect${attributes({ x: 0, y: top, width, height, class: 'row-back' })}/>
${takesOver && html`<line${attributes({ x1: 0, x2: width, y1: top, y2: top, class: 'switch' })}/>`}
${step.beginsCycle && drawCycleStart(top, width)}
<text${attributes({ x: numberX, y: textBase(first), class: 'number' })}>${step.number}</text>
${arrows.map((arrow, index) => drawArrow(arrow, lane, top + head - (arrows.length - index - 0.5) * lineHeight))}
<rect${attributes({ x: round(lane.x - 3), y: first + 2, width: 6, height: lines.length * lineHeight - 4, class: 'active' })}/>
${lines.map(
  (line, index) =>
    html`<text${attributes({ x: round(lane.x + textIndent + line.indent * characterWidth), y: textBase(first + index * lineHeight), class: line.kind })}>${line.text}${
      line.place !== undefined && html`<tspan class="place" dx="12">${line.place}</tspan>`
    }</text>`,
)}
</g>
`;
}

/** From the lifeline of who wrote to that of who reads. */
function drawArrow({ from, text }: Arrow, to: Lane, y: number): Html {
  const sign = from.x < to.x ? -1 : 1;
  const tip = to.x + sign * 4;
  const line = { x1: round(from.x), x2: round(tip), y1: y, y2: y, class: 'arrow' };
  const head = `M ${round(tip)} ${y} l ${sign * 7} -4 v 8 z`;
  const label = {
    x: round(to.x + sign * textIndent),
    y: y + 4,
    class: 'source',
    'text-anchor': sign < 0 ? 'end' : 'start',
  };
  return html`<line${attributes(line)}/><circle${attributes({ cx: round(from.x), cy: y, r: 3, class: 'origin' })}/><path${attributes({ d: head, class: 'arrow-head' })}/><text${attributes(label)}>${text}</text>`;
}

function drawCycleStart(top: number, width: number): Html {
  const y = top + cycleHeight / 2;
  return html`<line${attributes({ x1: 0, x2: width - cycleMargin / 2, y1: y, y2: y, class: 'cycle' })}/><text${attributes({ x: numberX + 12, y: y + 4, class: 'cycle-text' })}>again and again from here</text>`;
}

/** At the right edge, from the last row back to where the cycle begins. */
function cycleReturn(rows: readonly ChartRow[], width: number): Html | false {
  const first = rows.find(({ step }) => step.beginsCycle);
  if (first === undefined) return false;
  const x = width - cycleMargin / 2;
  const start = first.top + cycleHeight / 2;
  const end = rowsHeight(rows) - 8;
  const line = `M ${x - 10} ${end} H ${x} V ${start}`;
  const head = `M ${x} ${start} l -4 8 h 8 z`;
  return html`<path${attributes({ d: line, class: 'cycle' })}/><path${attributes({ d: head, class: 'cycle-head' })}/>`;
}

function endingLines({ mark, text }: Ending, width: number): readonly string[] {
  return wrap(`${mark} ${text}`, Math.floor((width - numberX) / characterWidth), 2);
}

function drawEnding({ isBad }: Ending, lines: readonly string[], top: number, width: number): Html {
  const height = lines.length * lineHeight + 2 * headPadding;
  const box = { x: 1, y: top + headPadding / 2, width: width - 2, height, class: 'ending-box' };
  const texts = lines.map(
    (text, index) =>
      html`<text${attributes({ x: 12 + (index === 0 ? 0 : 2 * characterWidth), y: textBase(top + 1.5 * headPadding + index * lineHeight) })}>${text}</text>`,
  );
  return html`<g class="${isBad ? 'ending bad' : 'ending good'}"><rect${attributes(box)}/>${texts}</g>`;
}

/** Where letters stand in a line whose upper edge is given. */
function textBase(top: number): number {
  return round(top + 13);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
