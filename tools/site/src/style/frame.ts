/** The frame of a page: header, outline, and where the text stands in windows of all widths. */
export const frame = `
.skip { position: absolute; left: 0.5rem; top: -4rem; padding: 0.4rem 0.8rem; background: var(--paper); z-index: 9; }
.skip:focus { top: 0.5rem; }
.site-header {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.5rem;
  align-items: center;
  padding: 0.5rem 1.5rem;
  border-bottom: 1px solid var(--line);
  background: var(--panel);
}
.site-header p, .site-header ul { margin: 0; }
.site-name { padding: 0.35rem 0; }
.tabs { display: flex; flex-wrap: wrap; gap: 0 0.2rem; list-style: none; padding: 0; }
.tabs li + li { margin: 0; }
.tabs a { display: block; padding: 0.35rem 0.6rem; text-decoration: none; border-bottom: 0.15rem solid transparent; }
.tabs a:hover { border-color: var(--line); }
.tabs a[aria-current], .site-name a[aria-current] { color: var(--ink); font-weight: 600; }
.tabs a[aria-current] { border-color: var(--accent); }
.layout { padding: 1.75rem 1.5rem 5rem; max-width: 52rem; margin: 0 auto; }
.layout.broad { max-width: 74rem; }
.layout.wide { max-width: 110rem; }
.layout.with-outline { max-width: 74rem; display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 0 2.5rem; align-items: start; }
.outline { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 0.5rem 0.5rem 2rem 0.25rem; font-size: 0.875rem; line-height: 1.35; }
.outline ol, .outline ul { list-style: none; padding: 0; margin: 0; }
.outline li { margin: 0; }
.outline a { display: block; padding: 0.22rem 0; text-decoration: none; color: var(--ink); }
.outline a:hover { color: var(--accent); text-decoration: underline; }
.outline ol ol { padding-left: 0.9rem; }
.outline .clauses { padding-left: 0.9rem; margin-bottom: 0.4rem; border-left: 1px solid var(--line); }
.outline .clauses a { color: var(--muted); font-size: 0.8125rem; overflow-wrap: anywhere; }
.outline .clauses a:hover { color: var(--accent); }
.outline-switch, .outline-switch + label { display: none; }
@media (max-width: 58rem) {
  .layout { padding: 1.25rem 1rem 3rem; }
  .site-header { padding: 0.4rem 1rem; }
  .layout.with-outline { display: block; }
  .outline { position: static; max-height: none; padding: 0; margin-bottom: 1.5rem; font-size: 0.9375rem; }
  .outline-switch { position: absolute; opacity: 0; display: block; }
  .outline-switch + label { display: inline-block; padding: 0.35rem 0.8rem; border: 1px solid var(--line); border-radius: 0.25rem; background: var(--panel); cursor: pointer; }
  .outline-switch + label::before { content: "▸ " / ""; }
  .outline-switch:checked + label::before { content: "▾ " / ""; }
  .outline-switch:focus-visible + label { outline: 0.15rem solid var(--accent); outline-offset: 0.12rem; }
  .outline .sections { display: none; padding-top: 0.5rem; }
  .outline-switch:checked ~ .sections { display: block; }
  .outline a { padding: 0.35rem 0; }
}
@media print {
  .site-header, .outline, .skip, .heading .self, .matrix-tools { display: none; }
  .layout, .layout.with-outline { display: block; max-width: none; padding: 0; }
  article, figure, tr { break-inside: avoid; }
  h1, h2, h3, h4 { break-after: avoid; }
  .scroll { overflow: visible; max-height: none; }
  a { color: inherit; }
}
`;
