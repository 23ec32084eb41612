/** Type, and everything that flows. */
export const text = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif;
  overflow-wrap: break-word;
}
code, pre, kbd, samp, .clause-name {
  font-family: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono", monospace;
}
code, kbd, samp { font-size: 0.875em; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.6em; text-wrap: balance; }
h1 { font-size: 1.9rem; margin-top: 0; }
h2 { font-size: 1.4rem; }
h3 { font-size: 1.15rem; }
h4, h5, h6 { font-size: 1rem; }
h1.clause-name { font-size: 1.5rem; overflow-wrap: anywhere; }
p, ul, ol, dl, pre, blockquote, table, figure { margin: 0 0 1em; }
dd { margin: 0; }
ul, ol { padding-left: 1.5em; }
li + li { margin-top: 0.2em; }
a { color: var(--accent); text-decoration-thickness: 0.06em; text-underline-offset: 0.16em; }
a:hover { text-decoration-thickness: 0.12em; }
:focus-visible { outline: 0.15rem solid var(--accent); outline-offset: 0.12rem; border-radius: 0.15rem; }
main:focus { outline: none; }
pre {
  padding: 0.7rem 0.9rem;
  background: var(--panel);
  border: 1px solid var(--line);
  border-radius: 0.25rem;
  font-size: 0.8125rem;
  line-height: 1.45;
  overflow-x: auto;
}
pre code { font-size: inherit; }
blockquote { padding-left: 1rem; border-left: 0.2rem solid var(--line); color: var(--muted); }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
table { border-collapse: collapse; }
th, td { padding: 0.35rem 0.7rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
th { background: var(--panel); font-weight: 600; }
.number, .sum { text-align: right; font-variant-numeric: tabular-nums; }
.scroll { overflow: auto; max-width: 100%; margin-bottom: 1em; }
.scroll table { margin: 0; }
.whole { white-space: nowrap; }
.muted { color: var(--muted); }
details.note > ul { margin: 0.5rem 0 0; }
.note { padding: 0.5rem 0.8rem; border-left: 0.2rem solid var(--line); background: var(--panel); }
.inner-heading { margin-top: 1.5em; }
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
`;
