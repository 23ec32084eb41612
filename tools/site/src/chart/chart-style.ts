/** How sequence charts look. The colours are those of the site. */
export const chartStyle = `
.chart { margin: 1.5rem 0 2rem; }
.chart figcaption { margin-bottom: .5rem; }
.chart-panes { display: grid; gap: 1rem; align-items: start; margin-bottom: .75rem; }
.chart-view { position: relative; overflow: auto; border: 1px solid var(--line); background: var(--paper); max-width: 100%; }
.chart-view svg { display: block; font: 13px/18px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.chart-head { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line); min-width: 100%; }
.chart-head text { font-weight: 600; }
.chart-view text { fill: var(--ink); white-space: pre; }
.chart-view .muted, .chart-view .number, .chart-view .place, .chart-view .source, .chart-view .cycle-text { fill: var(--muted); font-size: 12px; }
.chart-view .number { text-anchor: end; }
.chart-view .source { paint-order: stroke; stroke: var(--paper); stroke-width: 6px; }
.chart-view .function { fill: var(--muted); font-style: italic; }
.chart-view .observation { font-weight: 600; }
.chart-view .place { font-weight: 400; font-style: normal; }
.chart-view .change { fill: var(--muted); }
.chart-view .lifeline { stroke: var(--muted); stroke-width: 1; }
.chart-view .lifeline.buffer { stroke-dasharray: 3 4; }
.chart-view .active { fill: var(--muted); }
.chart-view .last .active { fill: var(--ink); }
.chart-view .row-back { fill: none; pointer-events: all; }
.chart-view .switch { stroke: var(--line); }
.chart-view .arrow { stroke: var(--accent); stroke-width: 1.25; }
.chart-view .origin, .chart-view .arrow-head { fill: var(--accent); }
.chart-view .cycle { fill: none; stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 6 4; }
.chart-view .cycle-head { fill: var(--accent); }
.chart-view .ending-box { fill: none; stroke-width: 2; stroke: var(--good); }
.chart-view .bad .ending-box { stroke: var(--bad); }
.chart-view .ending text { fill: var(--good); font-weight: 600; }
.chart-view .bad text { fill: var(--bad); }
.chart.stepped .chart-view { max-height: 34rem; max-height: min(34rem, 75vh); }
.chart.stepped .row { cursor: pointer; }
.chart.stepped .row.current .row-back { fill: var(--accent); fill-opacity: .1; stroke: var(--accent); }
.chart.stepped .row.current .active { fill: var(--accent); }
.chart-controls { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-bottom: .5rem; }
.chart-controls button { font: inherit; min-height: 2.5rem; padding: .25rem .75rem; color: var(--ink); background: var(--paper); border: 1px solid var(--muted); border-radius: 4px; cursor: pointer; }
.chart-controls button[aria-disabled="true"] { color: var(--muted); border-style: dotted; cursor: default; }
.chart-controls input { flex: 1 1 10rem; min-width: 8rem; min-height: 2.5rem; accent-color: var(--accent); }
.chart-told { min-width: 9ch; font-variant-numeric: tabular-nums; }
.chart-state { font-size: .875rem; min-width: 0; }
.chart-moment { font-weight: 600; margin: 0 0 .25rem; }
.chart-state summary { padding: .2rem 0; }
.chart-state table { width: 100%; border-collapse: collapse; margin-bottom: .75rem; table-layout: fixed; }
.chart-state caption { text-align: left; color: var(--muted); }
.chart-state th, .chart-state td { text-align: left; font-weight: normal; vertical-align: top; padding: .1rem .5rem .1rem .35rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .8125rem; border-left: 3px solid transparent; }
.chart-state td { border-left: 0; }
.chart-state .changed th { border-left-color: var(--accent); }
.chart-state .changed td { font-weight: 600; }
.chart-state .was { font-weight: normal; color: var(--muted); }
.chart-steps .place { color: var(--muted); overflow-wrap: anywhere; }
.chart-steps li { overflow-wrap: anywhere; }
.chart-steps .cycle-word { font-weight: 600; }
@media (min-width: 64rem) {
  .chart-panes { grid-template-columns: fit-content(calc(100% - 22rem)) minmax(21rem, 1fr); }
  .chart.stepped .chart-state { max-height: min(34rem, 75vh); overflow: auto; }
}
@media (max-width: 36rem) {
  .chart.stepped .chart-view { max-height: 55vh; }
  .chart-controls { gap: .35rem; }
  .chart-controls button { padding: .25rem .4rem; font-size: .875rem; }
}
@media print {
  .chart.stepped .chart-view { max-height: none; overflow: visible; }
  .chart-controls { display: none; }
}
`;
