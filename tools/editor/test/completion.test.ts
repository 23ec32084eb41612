import { describe, expect, test } from 'vitest';
import { completionsAt } from '../src/index.js';
import { cursorAt, lamps, open, sent } from './sample.js';

const offered = (sample: string, known = {}, snippets = true) => {
  const { rfc, offset, index } = open(sample, known);
  return completionsAt(rfc, offset, index, { snippets });
};
const labels = (sample: string, known = {}) => offered(sample, known).map(({ label }) => label);

/** The text when an item is taken. */
function taken(sample: string, label: string, snippets = true): string {
  const { rfc, offset, index } = open(sample);
  const item = completionsAt(rfc, offset, index, { snippets }).find((one) => one.label === label);
  if (item?.textEdit === undefined || !('range' in item.textEdit)) throw new Error(`not offered: ${label}`);
  const { range, newText } = item.textEdit;
  const lines = rfc.source.text.split('\n');
  const line = lines[range.start.line]!;
  lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  return lines.join('\n');
}

describe('completion', () => {
  test('a key: those that the block misses first, and none that it may not have twice', () => {
    const sample = cursorAt('⏐Then:   the lamp MUST NOT shine after the return');
    expect(labels(sample.replace('Then:   the lamp MUST NOT shine after the return', ''))).toEqual([
      'Then',
      'Was',
      'Unless',
      'Model',
      'Unchecked',
      'Code',
      'Test',
      'Bench',
      'Thread',
    ]);
  });

  test('a key that is being typed is replaced, with its colon', () => {
    expect(taken(cursorAt('Wh⏐en:   the call'), 'When')).toBe(lamps);
    expect(taken(cursorAt('Unc⏐hecked: the model'), 'Unchecked')).toBe(lamps);
  });

  test('keys of an objection', () => {
    expect(labels(cursorAt('State:  open\n⏐```\n').replace('⏐```', 'A⏐\n```'))).toEqual([
      'Thread',
      'Clause',
      'Answer',
      'By',
      'Revision',
    ]);
  });

  test.each([
    [
      'a clause in a reason, its own RFC first',
      'see lamp.⏐quick.',
      ['lamp.off-means-dark', 'lamp.quick', 'switch.clicks'],
    ],
    [
      'a clause of an objection',
      'Clause: lamp.q⏐uick\nSays',
      ['lamp.off-means-dark', 'lamp.quick', 'switch.clicks'],
    ],
    [
      'a clause in prose',
      'dark: lamp.o⏐ff-means-dark',
      ['lamp.off-means-dark', 'lamp.quick', 'switch.clicks'],
    ],
    ['an option that is not named yet', 'Option: relay⏐', ['relay', 'dimmer']],
    [
      'a property, those that name the clause first',
      'Model:  ⏐lamp/noLightAfterOff',
      ['lamp/noLightAfterOff', 'lamp/answers'],
    ],
    ['a memory model', 'AfterOff @t⏐so', ['sc', 'tso', 'lkmm']],
    ['a keyword', 'the lamp S⏐HOULD answer', ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'MAY']],
    ['a state', 'State:  o⏐pen', ['open', 'answered', 'accepted', 'withdrawn', 'overruled']],
    ['a status', 'status: ⏐draft', ['draft', 'review', 'accepted', 'withdrawn', 'superseded']],
    ['an option of the model that is not declared', 'dimmer⏐]', ['candle']],
    ['a key of the front matter', '⏐status: draft', ['supersedes', 'lists', 'authors']],
    ['nothing where a new id is being written', 'Clause: lamp.q⏐uick\nWas', []],
  ])('%s', (_, marked, expected) => {
    expect(labels(cursorAt(marked))).toEqual(expected);
  });

  test('a second option, without the first', () => {
    expect(labels(cursorAt('Option: relay⏐').replace('relay⏐', 'relay, ⏐'))).toEqual(['dimmer']);
  });

  test('an earlier id: what was sent and is no more', () => {
    const old = sent(
      lamps.replaceAll('lamp.off-means-dark', 'lamp.dark').replace('Was:    lamp.fast\n', ''),
      1,
    );
    expect(labels(cursorAt('Was:    ⏐lamp.fast'), { history: [old] })).toEqual(['lamp.dark']);
  });

  test('a rule that can be allowed', () => {
    const all = labels(cursorAt('⏐A lamp that').replace('⏐A', '<!-- quiesce allow mail/⏐ -->\nA'));
    expect(all).toContain('mail/long-line');
    expect(all).not.toContain('rfc/yaml');
  });

  test('a block, on a line of its own', () => {
    expect(labels(cursorAt('⏐Speed\n').replace('⏐', '``⏐\n\n'))).toEqual(['```contract', '```objection']);
    expect(labels(cursorAt('A⏐ lamp that'))).not.toContain('```contract');
  });

  test('a block without stops for an editor that has none', () => {
    const sample = cursorAt('⏐Speed\n').replace('⏐', '⏐\n\n');
    const [contract] = offered(sample, {}, false);
    expect(contract?.insertTextFormat).toBe(1);
    expect(taken(sample, '```contract', false)).toContain(
      '```contract\nClause: topic.what-is-promised\nWhen:   the call returns 0\n',
    );
    expect(offered(sample)[0]?.insertTextFormat).toBe(2);
  });
});
