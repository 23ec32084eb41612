import { expect, test } from 'vitest';
import * as site from '../src/index.js';

test('the package exports these values', () => {
  expect(Object.keys(site).toSorted()).toEqual(['planSite', 'renderSite']);
});
