import type { LastVerdict } from '@quiesce/conformance';
import { describe, expect, test } from 'vitest';
import { hoverAt } from '../src/index.js';
import { cursorAt, lamps, open, sent } from './sample.js';

const textAt = (marked: string, known = {}, kind?: 'plaintext') => {
  const { rfc, offset, index } = open(cursorAt(marked), known);
  return (hoverAt(rfc, offset, index, kind)?.contents as { value: string } | undefined)?.value;
};

describe('hover', () => {
  test.each([
    ['Un⏐checked:', '**Unchecked** (at most once): the reason why nothing checks it'],
    ['Sa⏐ys:', '**Says** (once): the objection'],
    ['reviⅿsion'.replace('ⅿ', '⏐'), '**revision**: a whole number from 1'],
    ['the lamp SHO⏐ULD answer', 'listed as a known deviation'],
    ['State:  op⏐en', '**open**: Nobody has answered it.'],
    ['AfterOff @t⏐so', 'Total store order'],
    ['Option: rel⏐ay', 'It promises 2 of 2 clauses: lamp.off-means-dark, lamp.quick'],
    ['[relay, ⏐dimmer]', 'It promises 1 of 2 clauses: lamp.quick'],
    ['lamp/noLight⏐AfterOff', '[model/lamp.ts:5](file:///p/model/lamp.ts#L5)'],
    ['Objection: too-⏐slow', '**too-slow**: open, from R. Reviewer'],
  ])('%s', (marked, expected) => {
    expect(textAt(marked)).toContain(expected);
  });

  test('a clause that was never checked', () => {
    expect(textAt('see lamp.qu⏐ick.')).toMatchInlineSnapshot(`
      "**lamp.quick**: SHOULD

      *Then:* the lamp SHOULD answer soon

      *Why:* People press twice.

      *Promised by:* all options (2)

      *Unchecked:* the model has no time

      *Last check:* none that tells of this clause; \`quiesce check\` makes one"
    `);
  });

  test('before all is read, nothing is said to be missing', () => {
    const early = { isRead: false, models: [] };
    expect(textAt('see lamp.qu⏐ick.', early)).toContain('*Last check:* being read');
    expect(textAt('lamp/noLight⏐AfterOff', early)).toBe(
      '**lamp/noLightAfterOff**: the models are being read',
    );
  });

  test('a clause with the verdicts of the last check', () => {
    const verdict = (
      option: string,
      promised: boolean,
      verdict: string,
      states: number,
      complete = true,
    ) => ({
      option,
      promised,
      verdict,
      states,
      complete,
    });
    const last = {
      clause: {
        strength: 'broken',
        verdicts: [verdict('dimmer', false, 'fails', 1234567), verdict('relay', true, 'holds', 12, false)],
      },
      clauseChanged: true,
      modelChanged: false,
    } as unknown as LastVerdict;
    expect(textAt('Clause: lamp.off-means⏐-dark\nOption', { verdictOf: () => last })).toMatchInlineSnapshot(`
      "**lamp.off-means-dark**: MUST NOT

      *Scope:* lamp_set(lamp, LAMP_OFF)  
      *When:* the call returns 0  
      *Then:* the lamp MUST NOT shine after the return

      *Why:* The owner opens the housing; see lamp.quick.

      *Promised by:* relay

      *Checked by:* \`lamp/noLightAfterOff @tso\` (always)

      *Last check* (stale: the clause changed since), options that promise it first:

      | Option | Verdict | States |
      | --- | --- | --- |
      | **relay** | holds | 12, not complete |
      | dimmer | fails | 1,234,567 |"
    `);
  });

  test('an id that was sent and that nobody has any more', () => {
    const old = sent(lamps.replaceAll('lamp.quick', 'lamp.fast').replace('Was:    lamp.fast\n', ''), 1);
    expect(textAt('Was:    ⏐lamp.fast', { history: [old] })).toContain(
      '**lamp.fast**: of revision 1, now lamp.quick',
    );
  });

  test('plain text for an editor that shows nothing else', () => {
    expect(textAt('the lamp SHO⏐ULD answer', {}, 'plaintext')).toMatch(/^SHOULD: As MUST/);
  });

  test('characters of Markdown in a value are shown as they are', () => {
    const { rfc, offset, index } = open(
      cursorAt('see lamp.qu⏐ick.', lamps.replace('People press twice.', '*p = a[0] | `b` <c>')),
    );
    expect(hoverAt(rfc, offset, index)).toMatchObject({
      contents: { value: expect.stringContaining('\\*p = a\\[0\\] \\| \\`b\\` \\<c>') },
    });
  });
});
