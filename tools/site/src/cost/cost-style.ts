/** How cost plots look. */
export const costStyle = `
.costs svg { display: block; }
`;
