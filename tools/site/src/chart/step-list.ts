/**
 * The steps of a run in words: all that the picture shows, for whoever reads it otherwise, and what the script reads to step
 * through it. Values are told once, at the start and where they change; the rest is arithmetic.
 */
import type { Trace } from '@quiesce/checker';
import { attributes, type Html, html, joined } from '../html.js';
import { type CellChange, type ChartStep, type Source, shortPosition } from './chart-step.js';

/** An ordered list; the id of a step is that of the chart and its number, `run-12`. */
export function stepList(steps: readonly ChartStep[], id: string): Html {
  return html`<ol class="chart-steps">${steps.map((step) => listItem(step, id))}</ol>`;
}

function listItem(
  { number, process, functionName, text, place, changes, sources, position, beginsCycle }: ChartStep,
  id: string,
): Html {
  const where = functionName === '' ? false : html` in <code>${functionName}()</code>`;
  const cycle = beginsCycle && html`<span class="cycle-word">Again and again from here.</span> `;
  return html`<li${attributes({ id: `${id}-${number}`, 'data-process': process, 'data-position': position })}>${cycle}<b>${process}</b>${where}: <code class="step-text">${text}</code> <span class="place">${place}</span>${
    changes.length > 0 && html`; ${joined(changes.map(changeText))}`
  }${sources.length > 0 && html`; sees ${joined(sources.map(sourceText))}`}</li>
`;
}

function changeText({ cell, name, before, after }: CellChange): Html {
  return html`<span class="change" data-cell="${cell}" data-value="${after}"><code>${name}</code> from <code>${before}</code> to <code>${after}</code></span>`;
}

function sourceText({ step, process, cell }: Source): Html {
  return html`what ${process} wrote to <code>${cell}</code> in step ${step}`;
}

/** Values at the start: a table of the cells that change in the run, and the others. */
export function cellTable({ variables, states }: Trace, steps: readonly ChartStep[], id: string): Html {
  const start = states[0]?.values ?? [];
  const changing = [...new Set(steps.flatMap(({ changes }) => changes.map(({ cell }) => cell)))];
  const others = variables.flatMap((name, cell) =>
    changing.includes(cell) ? [] : [`${name} = ${start[cell]}`],
  );
  return html`<div class="chart-state" role="group" aria-labelledby="${id}-state">
<p class="chart-moment" id="${id}-state">At the start</p>
<table><caption>Processes</caption><tbody>${states[0]?.positions.map(
    ([process, position]) =>
      html`<tr data-process="${process}"><th scope="row">${process}</th><td>${shortPosition(position)}</td></tr>`,
  )}</tbody></table>
${
  changing.length > 0 &&
  html`<table><caption>Cells that change</caption><tbody>${changing.map(
    (cell) =>
      html`<tr data-cell="${cell}"><th scope="row">${variables[cell]}</th><td>${start[cell]}</td></tr>`,
  )}</tbody></table>`
}${
  others.length > 0 &&
  html`<details><summary>${others.length} other cells keep their values</summary><p>${joined(others.map((text) => html`<code>${text}</code>`))}</p></details>`
}</div>`;
}
