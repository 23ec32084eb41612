/** How differences look: without colour, words that were taken out are struck through, and new ones underlined. */
export const differenceStyle = `
.difference del { text-decoration: line-through; color: var(--bad); background: var(--bad-panel); }
.difference ins { text-decoration: underline; text-underline-offset: .15em; color: var(--good); background: var(--good-panel); }
.difference section { margin: 1rem 0 1.25rem; padding-left: .9rem; border-left: .2rem solid var(--line); }
.difference .loss-certain { border-left-color: var(--bad); }
.difference .loss-possible { border-left-color: var(--warn); }
.difference h3 { margin: 0 0 .4rem; overflow-wrap: anywhere; }
.difference .changes { font-size: .875rem; font-weight: 600; color: var(--muted); }
.difference .loss-certain .changes { color: var(--bad); }
.difference dd { margin: 0; overflow-wrap: anywhere; }
.difference .source { white-space: pre-line; overflow-wrap: anywhere; }
.difference pre { overflow-x: auto; }
`;
