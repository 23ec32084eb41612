/** The text of an RFC, and the cards in it. */
export const rfc = `
.kicker { margin: 0 0 0.2rem; color: var(--muted); font-size: 0.9375rem; }
.front-matter, .fields { display: grid; gap: 0.3rem 0; }
.front-matter > div, .fields > div { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0 0.75rem; }
.front-matter dt, .fields dt, .verdicts dt, .far-ends dt { color: var(--muted); font-weight: 400; }
.front-matter { font-size: 0.9375rem; }
.rfc-header { padding-bottom: 0.5rem; border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; }
.prose { max-width: 46rem; }
.heading { position: relative; }
.heading .self { position: absolute; left: -1.1em; top: 0; width: 1.1em; opacity: 0; text-decoration: none; }
.heading .self::before { content: "#" / ""; }
.heading:hover .self, .heading .self:focus-visible { opacity: 1; }
.heading:target, .clause:target, .objection:target { outline: 0.15rem solid var(--accent); outline-offset: 0.3rem; }

.clause, .objection {
  margin: 1.5rem 0;
  padding: 0.8rem 1rem;
  border: 1px solid var(--line);
  border-left: 0.25rem solid var(--accent);
  border-radius: 0.25rem;
  background: var(--paper);
}
.clause > header, .objection > header { display: flex; flex-wrap: wrap; gap: 0.2rem 0.8rem; align-items: baseline; justify-content: space-between; margin-bottom: 0.6rem; }
.clause > header :is(h2, h3, h4, h5, h6) { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono", monospace; }
.clause > header :is(h2, h3, h4, h5, h6), .objection > header :is(h2, h3, h4, h5, h6) { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
.clause > header a, .objection > header a { color: inherit; text-decoration: none; }
.clause > header a:hover, .objection > header a:hover { text-decoration: underline; }
.keyword { font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.04em; padding: 0.05rem 0.45rem; border: 1px solid currentcolor; border-radius: 0.2rem; white-space: nowrap; }
.clause-head { display: flex; flex-wrap: wrap; gap: 0.3rem 0.8rem; align-items: baseline; }
.keyword-in-text { font-weight: 700; font-size: 0.92em; letter-spacing: 0.02em; }
.fields { margin: 0 0 0.8rem; }
.fields dd code { font-size: 0.85em; }
.verdicts { margin: 0 0 0.6rem; padding-top: 0.6rem; border-top: 1px solid var(--line); font-size: 0.9375rem; display: grid; gap: 0.5rem; }
.verdicts .promise { display: grid; gap: 0.2rem; }
.verdicts .options { margin-left: 0.3rem; }
.clause > footer { display: flex; flex-wrap: wrap; gap: 0.2rem 1.5rem; align-items: baseline; justify-content: space-between; font-size: 0.9375rem; }
.clause > footer p, .far-ends { margin: 0; }
.far-ends { display: flex; flex-wrap: wrap; gap: 0.1rem 1.2rem; }
.far-ends > div { display: flex; flex-wrap: wrap; gap: 0 0.5rem; }
.clause > .objection { margin: 0.8rem 0 0; }
.objection { border-left-color: var(--warn); }
.objection:has(.is-closed) { border-left-color: var(--line); }
.objection > .fields { margin-bottom: 0; }
.state { font-size: 0.875rem; }
.state.is-open { color: var(--warn); font-weight: 600; }
.state.is-closed { color: var(--muted); }
.unread { border: 1px dashed var(--bad); padding: 0.8rem 1rem; margin: 1.5rem 0; }
.unread pre { margin: 0.5rem 0 0; }
.entry { padding: 1.25rem 0; border-top: 1px solid var(--line); }
.entry h2 { margin: 0 0 0.5rem; }
.entry-links { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.3rem 1.5rem; margin: 0; }
.entry-links li { margin: 0; }
@media (max-width: 36rem) {
  .front-matter > div { grid-template-columns: 5.5rem minmax(0, 1fr); }
  .fields > div { grid-template-columns: minmax(0, 1fr); }
  .fields { gap: 0.5rem; }
}
`;
