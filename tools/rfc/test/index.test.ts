import { expect, test } from 'vitest';
import * as rfc from '../src/index.js';

test('the package exports these values', () => {
  expect(Object.keys(rfc).toSorted()).toEqual([
    'bumpRfc',
    'catalogue',
    'checkRfc',
    'clauseChanges',
    'diffClause',
    'diffRfcs',
    'expectedOf',
    'firstDifference',
    'fixDiff',
    'fixRfc',
    'frontMatterKeys',
    'hasSafeFix',
    'isSameRfc',
    'isUnrevised',
    'lintRfc',
    'mailEncodings',
    'mailMapJson',
    'mailMapSchema',
    'mailMessage',
    'mailWidth',
    'modes',
    'newRfcText',
    'pairClauses',
    'paragraphDiff',
    'parseRfc',
    'refreshChanges',
    'renderMail',
    'rfcRules',
    'statuses',
    'titleSlug',
    'wordDiff',
  ]);
});
