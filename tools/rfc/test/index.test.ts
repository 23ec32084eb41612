import { expect, test } from 'vitest';
import * as rfc from '../src/index.js';

test('the package exports these values', () => {
  expect(Object.keys(rfc).toSorted()).toEqual([
    'catalogue',
    'checkRfc',
    'clauseChanges',
    'diffClause',
    'diffRfcs',
    'expectedOf',
    'firstDifference',
    'frontMatterKeys',
    'isSameRfc',
    'lintRfc',
    'mailEncodings',
    'mailMessage',
    'mailWidth',
    'modes',
    'pairClauses',
    'paragraphDiff',
    'parseRfc',
    'renderMail',
    'rfcRules',
    'statuses',
    'wordDiff',
  ]);
});
