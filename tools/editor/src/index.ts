export { diagnosticsOf } from './diagnostics.js';
export { hoverAt } from './hover.js';
export { editIn, offsetIn, positionIn, rangeIn, rangeOf, spanIn } from './position.js';
export { type IndexedFile, type IndexedModel, indexOf, type ProjectIndex } from './project-index.js';
