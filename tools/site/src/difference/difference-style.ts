/** How differences look: without colour, words that were taken out are struck through, and new ones underlined. */
export const differenceStyle = `
.difference del { text-decoration: line-through; }
.difference ins { text-decoration: underline; }
`;
