export { type Base, baseSchema, parseBase } from './base.js';
export { type SeriesProblemCode, seriesProblems } from './problems.js';
export { type PlaceAt, type Read, readJson } from './read-json.js';
export { parseSeries, type Series, seriesSchema } from './series.js';
export { type SeriesFolder, type Stacked, type Stacks, stackSeries } from './stack.js';
