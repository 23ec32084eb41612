/** How cost plots look. */
export const costStyle = `
.costs figure { margin: 1rem 0 2rem; }
.costs .plot { overflow-x: auto; margin: .5rem 0; }
.costs svg { display: block; font: 13px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.costs text { fill: var(--ink); }
.costs .option { text-anchor: end; }
.costs .bar { fill: var(--accent); fill-opacity: .55; }
.costs .zero { stroke: var(--muted); }
.costs .baseline { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 3 2; }
.costs .spread { stroke: var(--ink); }
.costs td { text-align: right; font-variant-numeric: tabular-nums; }
`;
