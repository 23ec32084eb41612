import { readMentions } from '@quiesce/conformance';
import { sourceText } from '@quiesce/contract';
import { describe, expect, test } from 'vitest';
import { renameAt, renameableAt } from '../src/index.js';
import { edited } from './edited.js';
import { cursorAt, lamps, modelText, open, sent, switches } from './sample.js';

const uri = 'file:///p/rfc/0007-lamps.md';
const sentBefore = sent(lamps.replace('Was:    lamp.fast\n', '').replaceAll('lamp.quick', 'lamp.fast'), 1);

function renamed(marked: string, name: string, known = {}, text = lamps) {
  const { rfc, offset, index } = open(cursorAt(marked, text), known);
  return renameAt(rfc, offset, name, index);
}

function after(marked: string, name: string, known = {}, text = lamps) {
  const result = renamed(marked, name, known, text);
  if (result.kind === 'refused') throw new Error(result.reason);
  return {
    rfc: edited(text, uri, result.edit),
    other: edited(switches, 'file:///p/rfc/0008-switches.md', result.edit),
    model: edited(modelText, 'file:///p/model/lamp.ts', result.edit),
    test: edited('// Contract: lamp.off-means-dark\n', 'file:///p/test/a.c', result.edit),
  };
}

describe('a clause', () => {
  test('in all texts that may change, with its old id if that was sent', () => {
    const source = sourceText('test/a.c', '// Contract: lamp.off-means-dark\n');
    const tests = [{ file: 'test/a.c', mentions: readMentions(source) }];
    const to = after('dark: lamp.off⏐-means-dark says', 'lamp.dark', { tests, history: [sentBefore] });
    expect(to.rfc).toBe(
      lamps
        .replaceAll('lamp.off-means-dark', 'lamp.dark')
        .replace('Clause: lamp.dark\n', 'Clause: lamp.dark\nWas:    lamp.off-means-dark\n'),
    );
    expect(to.other).toBe(switches.replace('lamp.off-means-dark', 'lamp.dark'));
    expect(to.model).toBe(modelText.replace('lamp.off-means-dark', 'lamp.dark'));
    expect(to.test).toBe('// Contract: lamp.dark\n');
  });

  test('an id that was never sent leaves nothing behind', () => {
    const to = after('see lamp.quick⏐.', 'lamp.soon', { history: [sentBefore] });
    expect(to.rfc).toBe(lamps.replaceAll('lamp.quick', 'lamp.soon'));
  });

  test('without snapshots, only a first revision has surely not been sent', () => {
    expect(after('see lamp.quick⏐.', 'lamp.soon').rfc).toContain(
      'Clause: lamp.soon\nWas:    lamp.quick\nWas:    lamp.fast\n',
    );
    const first = lamps.replace('revision: 2', 'revision: 1');
    expect(after('see lamp.quick⏐.', 'lamp.soon', {}, first).rfc).not.toContain('Was:    lamp.quick');
  });

  test('back to the id that it had: the line that said so goes', () => {
    const to = after('see lamp.quick⏐.', 'lamp.fast', { history: [sentBefore] });
    expect(to.rfc).toBe(lamps.replace('Was:    lamp.fast\n', '').replaceAll('lamp.quick', 'lamp.fast'));
  });

  test('keeps the line endings of the file', () => {
    const text = lamps.replaceAll('\n', '\r\n');
    expect(after('see lamp.quick⏐.', 'lamp.soon', {}, text).rfc).toContain(
      'lamp.soon\r\nWas:    lamp.quick\r\nWas:',
    );
  });

  test('that no model or test names', () => {
    expect(after('see lamp.quick⏐.', 'lamp.soon')).toMatchObject({
      other: undefined,
      model: undefined,
      test: undefined,
    });
  });

  test.each([
    [
      'Lamp.Quick',
      'Unexpected id "Lamp.Quick", expected lower-case words joined by dots, each of letters, digits and dashes',
    ],
    ['', 'Unexpected id "", expected lower-case words'],
    [
      'switch.clicks',
      'Unexpected id switch.clicks, expected one that no clause has: rfc/0008-switches.md:10 has it',
    ],
    [
      'lamp.gone',
      'Unexpected id lamp.gone, expected a new one: a clause of revision 1 had it, and an id is never used again',
    ],
  ])('not to %s', (name, reason) => {
    const history = [sent(lamps.replaceAll('lamp.quick', 'lamp.gone'), 1)];
    expect(renamed('see lamp.quick⏐.', name, { history })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining(reason),
    });
  });

  test('to the same id: nothing', () => {
    expect(renamed('see lamp.quick⏐.', 'lamp.quick')).toEqual({ kind: 'edits', edit: { changes: {} } });
  });
});

test('an option, within its RFC', () => {
  const to = after('Option: rel⏐ay', 'switch');
  expect(to).toMatchObject({
    rfc: lamps.replace('[relay,', '[switch,').replace('Option: relay', 'Option: switch'),
    other: undefined,
    model: undefined,
  });
  expect(renamed('Option: rel⏐ay', 'dimmer')).toMatchObject({ kind: 'refused' });
  expect(renamed('Option: rel⏐ay', 'two words')).toMatchObject({ kind: 'refused' });
});

test('a property, here and in the model', () => {
  expect(after('lamp/noLight⏐AfterOff', 'lamp/dark')).toMatchObject({
    rfc: lamps.replace('lamp/noLightAfterOff', 'lamp/dark'),
    model: modelText.replace('lamp/noLightAfterOff', 'lamp/dark'),
  });
  expect(renamed('lamp/noLight⏐AfterOff', 'lamp/answers')).toMatchObject({ kind: 'refused' });
  expect(renamed('lamp/noLight⏐AfterOff', 'dark')).toMatchObject({ kind: 'refused' });
});

test('an objection', () => {
  expect(after('Objection: too-⏐slow', 'how-soon').rfc).toBe(lamps.replace('too-slow', 'how-soon'));
});

test('what can be renamed, and what cannot', () => {
  const at = (marked: string) => {
    const { rfc, offset, index } = open(cursorAt(marked));
    return renameableAt(rfc, offset, index)?.placeholder;
  };
  expect(at('see lamp.quick⏐.')).toBe('lamp.quick');
  expect(at('Was:    ⏐lamp.fast')).toBeUndefined();
  expect(at('the lamp MUST N⏐OT shine')).toBeUndefined();
  expect(at('A la⏐mp that')).toBeUndefined();
});
