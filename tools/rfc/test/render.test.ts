import { readFileSync } from 'node:fs';
import { applyFixes, renderDiagnostic } from '@quiesce/contract';
import { expect, test } from 'vitest';
import { checkRfc } from '../src/index.js';

const input = readFileSync(new URL('fixtures/broken/input.txt', import.meta.url), 'utf8');

test('a broken RFC is shown with all that is wrong with it, in the order of its lines', async () => {
  const { rfc, diagnostics } = checkRfc('rfc/0001-lamps.md', input);
  const options = { sourceOf: () => rfc.source, colour: false };
  const shown = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, options)).join('');
  await expect(shown).toMatchFileSnapshot('fixtures/broken/expected.txt');
});

test('its fixes leave only what a tool cannot decide', () => {
  const { text, applied } = applyFixes(input, checkRfc('a.md', input).diagnostics);
  expect(applied).toBe(7);
  expect(checkRfc('a.md', text).diagnostics.map(({ code }) => code)).toEqual([
    'rfc/front-matter-missing',
    'rfc/front-matter-value',
    'contract/bad-property',
    'rfc/unlinked-must',
    'rfc/misplaced-block',
  ]);
});
