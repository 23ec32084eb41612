/** Verdicts, and the tables that they stand in. */
export const verdict = `
.verdict { white-space: nowrap; }
.verdict.good { color: var(--good); }
.verdict.bad { color: var(--bad); font-weight: 600; }
.verdict.warn { color: var(--warn); }
.verdict.plain, .verdict.informative { color: var(--muted); }
.glyph { display: inline-block; min-width: 0.9em; text-align: center; font-weight: 600; }
.legend { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 0.2rem 2rem; margin: 0.5rem 0 0.5em; font-size: 0.9375rem; }
.legend > div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0 0.5rem; }

.matrix-tools { display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; align-items: center; margin-bottom: 0.75rem; }
.matrix-tools label { cursor: pointer; }
.matrix-tools input[type="search"] { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--muted); border-radius: 0.2rem; padding: 0.15rem 0.5rem; }
.matrix-tools input[type="checkbox"] { width: 1.1rem; height: 1.1rem; margin: 0 -0.5rem 0 0; accent-color: var(--accent); }
.matrix-box { max-height: 88vh; border: 1px solid var(--line); width: fit-content; }
.matrix { border-collapse: separate; border-spacing: 0; font-size: 0.875rem; line-height: 1.3; }
.matrix th, .matrix td { border: 0; border-bottom: 1px solid var(--line); border-right: 1px solid var(--line); padding: 0; vertical-align: middle; }
.matrix thead th { position: sticky; top: 0; z-index: 2; vertical-align: bottom; padding: 0.5rem 0.3rem; }
.matrix thead th span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; font-weight: 500; }
.matrix thead .corner { left: 0; z-index: 3; padding: 0.5rem 0.7rem; }
.matrix tbody th, .matrix tfoot th { position: sticky; left: 0; z-index: 1; padding: 0.25rem 0.7rem; font-weight: 400; }
.matrix tbody th { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono", monospace; font-size: 0.8125rem; background: var(--paper); }
.matrix tbody th a { color: var(--ink); text-decoration: none; }
.matrix tbody th a:hover { text-decoration: underline; }
.matrix .group th { position: static; background: var(--panel); padding: 0; font-family: inherit; font-size: 0.875rem; font-weight: 600; }
.matrix .group th span { position: sticky; left: 0; display: inline-block; padding: 0.3rem 0.7rem; }
.matrix tbody tr.group:hover th { background: var(--panel); }
.matrix td { text-align: center; min-width: 2.3rem; }
.matrix td a { display: block; padding: 0.28rem 0.3rem; color: inherit; text-decoration: none; white-space: nowrap; }
.matrix td a:hover { text-decoration: underline; }
.matrix td.sum { text-align: center; padding: 0.28rem 0.3rem; }
.matrix td.good { background: var(--good-panel); }
.matrix td.bad { background: var(--bad-panel); }
.matrix td.warn { background: var(--warn-panel); }
.matrix tbody tr:hover th { background: var(--panel); }
.matrix .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.matrix td a { position: relative; }
body:has(#show-words:checked) .matrix .word { position: static; width: auto; height: auto; overflow: visible; clip-path: none; margin-left: 0.2rem; font-size: 0.8125rem; }
.evidence td:first-child, .evidence th { white-space: nowrap; }
.evidence .cells { font-size: 0.875rem; margin-top: 0.2rem; }
.evidence .cells p { margin: 0.2rem 0 0; }
.evidence td:nth-child(3) { min-width: 18rem; }
.evidence tr:target { outline: 0.15rem solid var(--accent); outline-offset: -0.1rem; }
.run:target { outline: 0.15rem solid var(--accent); outline-offset: 0.5rem; }
.unpromised { display: block; font-size: 0.875rem; color: var(--muted); }
.links ul { list-style: none; padding: 0; margin: 0; }
.links td { font-size: 0.9375rem; }
.links th { font-weight: 400; }
.links tbody th { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono", monospace; font-size: 0.8125rem; }
.stale { color: var(--bad); }
@media (max-width: 36rem) {
  .evidence td:nth-child(3) { min-width: 12rem; }
  .evidence { font-size: 0.9375rem; }
  .evidence th, .evidence td { padding: 0.3rem 0.45rem; }
  .matrix tbody th, .matrix tfoot th, .matrix thead .corner { width: 9.5rem; min-width: 9.5rem; overflow-wrap: anywhere; padding-left: 0.4rem; padding-right: 0.4rem; }
  .matrix tbody th { font-size: 0.75rem; }
  .legend > div { grid-template-columns: 6rem minmax(0, 1fr); }
}
`;
