/** How sequence charts look. Colours are those of the site: --ink, --paper, --accent, --bad, --good, --muted, --line. */
export const chartStyle = `
.chart { margin: 1.5rem 0; }
`;
