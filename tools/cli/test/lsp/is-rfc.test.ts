import { expect, test } from 'vitest';
import { isRfc } from '../../src/lsp/is-rfc.js';

test.each([
  ['rfc/0001-a.md', '', true],
  ['/elsewhere/0001-a.md', '', true],
  ['untitled:Untitled-1', '---\ntitle: x\nrfc: 1\n', true],
  ['draft.md', '---\r\nrfc: 1\r\n', true],
  ['draft.md', '\ufeff---\nrfc: 1\n', true],
  ['draft.md', '---\ntitle: x\n---\nrfc: 1\n', false],
  ['draft.md', '# rfc: 1\n', false],
  ['README.md', '', false],
  ['rfc/revisions/0001-v2.md', '---\nrfc: 1\n', false],
  ['model/0001-a.ts', '', false],
])('%s: %s', (file, text, expected) => {
  expect(isRfc(file, text)).toBe(expected);
});
