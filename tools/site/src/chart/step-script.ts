/** What steps through a chart. */
export const stepScript = `'use strict';
`;
