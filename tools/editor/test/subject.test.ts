import { describe, expect, test } from 'vitest';
import { knownIds } from '../src/look-up.js';
import { subjectAt } from '../src/subject.js';
import { cursorAt, open } from './sample.js';

const kindsAt = (marked: string) => {
  const { rfc, offset, index } = open(cursorAt(marked));
  const subject = subjectAt(rfc, offset, knownIds(index));
  if (subject === undefined) return undefined;
  const { place, ...rest } = subject;
  return { ...rest, text: rfc.source.text.slice(place.start, place.end) };
};

describe('what stands at the cursor', () => {
  test.each([
    [
      'Clause: lamp.off-means⏐-dark\nOption',
      { kind: 'clause', role: 'definition', id: 'lamp.off-means-dark' },
    ],
    ['dark: lamp.off⏐-means-dark says', { kind: 'clause', role: 'mention', id: 'lamp.off-means-dark' }],
    ['see lamp.quick⏐.', { kind: 'clause', role: 'mention', id: 'lamp.quick' }],
    ['Was:    ⏐lamp.fast', { kind: 'clause', role: 'earlier', id: 'lamp.fast' }],
    ['Clause: lamp.q⏐uick\nSays', { kind: 'clause', role: 'mention', id: 'lamp.quick' }],
    ['Opti⏐on: relay', { kind: 'clause-key', key: 'Option' }],
    ['Sa⏐ys:', { kind: 'objection-key', key: 'Says' }],
    ['Option: rel⏐ay', { kind: 'option', name: 'relay' }],
    ['[relay, ⏐dimmer]', { kind: 'option', name: 'dimmer' }],
    ['sta⏐tus: draft', { kind: 'front-matter-key', key: 'status' }],
    ['lamp/noLight⏐AfterOff', { kind: 'property', id: 'lamp/noLightAfterOff' }],
    ['AfterOff @t⏐so', { kind: 'memory-model', name: 'tso' }],
    ['the lamp MUST N⏐OT shine', { kind: 'keyword', keyword: 'MUST NOT' }],
    ['State:  op⏐en', { kind: 'state', state: 'open' }],
    ['Thread: <2026⏐0303.1@example.org>', { kind: 'message-id', id: '<20260303.1@example.org>' }],
    ['Code:   drivers/l⏐amp.c', { kind: 'link', key: 'Code', value: 'drivers/lamp.c lamp_set()' }],
    ['Objection: too-⏐slow', { kind: 'objection', id: 'too-slow' }],
  ])('%s', (marked, expected) => {
    expect(kindsAt(marked)).toMatchObject(expected);
  });

  test.each(['A la⏐mp that', '===⏐==', 'People pre⏐ss twice', '⏐---\nrfc', 'Pe⏐ople'])(
    '%s is nothing',
    (marked) => {
      expect(kindsAt(marked)).toBeUndefined();
    },
  );

  test('the cursor may stand right behind a word, and the place is the word', () => {
    expect(kindsAt('[relay⏐, dimmer]')).toMatchObject({ text: 'relay' });
    expect(kindsAt('see lamp.quick⏐.')).toMatchObject({ text: 'lamp.quick' });
  });
});
