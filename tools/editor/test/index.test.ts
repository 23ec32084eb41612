import { expect, test } from 'vitest';
import * as editor from '../src/index.js';

test('the package exports these values', () => {
  expect(Object.keys(editor).toSorted()).toEqual([
    'codeActionKinds',
    'codeActionsAt',
    'completionTriggers',
    'completionsAt',
    'definitionAt',
    'definitionInSource',
    'diagnosticsOf',
    'editIn',
    'flatOutlineOf',
    'foldsOf',
    'highlightsAt',
    'hoverAt',
    'indexOf',
    'linksOf',
    'offsetIn',
    'outlineOf',
    'positionIn',
    'rangeIn',
    'rangeOf',
    'referencesAt',
    'referencesInSource',
    'renameAt',
    'renameableAt',
    'semanticLegend',
    'semanticTokensOf',
    'spanIn',
    'symbolsIn',
  ]);
});
