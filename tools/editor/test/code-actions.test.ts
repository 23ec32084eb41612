import type { Diagnostic } from '@quiesce/contract';
import { describe, expect, test } from 'vitest';
import { codeActionsAt } from '../src/index.js';
import { edited } from './edited.js';
import { cursorAt, lamps, open } from './sample.js';

const uri = 'file:///p/rfc/0007-lamps.md';

function actions(sample: string, more: readonly Diagnostic[] = [], only?: readonly string[]) {
  const { checked, rfc, offset, index } = open(sample);
  const found = [...checked.diagnostics, ...more];
  const all = codeActionsAt(checked, found, { start: offset, end: offset }, index, only);
  return all.map((action) => ({ ...action, after: edited(rfc.source.text, uri, action.edit) }));
}

describe('what is offered for a finding', () => {
  test('its own fix, preferred, with the finding', () => {
    const sample = cursorAt('Op⏐tion: relay').replace('Op⏐tion', 'Op⏐tino');
    const [fix] = actions(sample, [], ['quickfix']);
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, after: lamps });
    expect(fix?.diagnostics).toMatchObject([{ code: 'contract/unknown-key' }]);
  });

  test('the word that its hint names, where the finding only guesses', () => {
    const line = lamps.slice(0, lamps.indexOf('lamp/noLight')).split('\n').length;
    const finding: Diagnostic = {
      code: 'link/unknown-property',
      severity: 'error',
      place: { file: 'rfc/0007-lamps.md', line, column: 9, endLine: line, endColumn: 33 },
      message: 'Unexpected property',
      hint: 'Did you mean lamp/answers?',
    };
    expect(actions(cursorAt('lamp/noLight⏐AfterOff'), [finding], ['quickfix'])).toMatchObject([
      { title: 'Write lamp/answers', after: lamps.replace('lamp/noLightAfterOff', 'lamp/answers') },
    ]);
  });

  test('a MUST that nothing checks: the property that names it, or a place for the reason', () => {
    const text = lamps.replace('Model:  lamp/noLightAfterOff @tso\n', '');
    const sample = cursorAt('shine⏐ after the return', text);
    const added = (line: string) => text.replace('see lamp.quick.\n', `see lamp.quick.\n${line}\n`);
    const offered = actions(sample, [], ['quickfix']);
    expect(offered.slice(0, 2).map(({ title, after }) => [title, after])).toEqual([
      ['Add Model: lamp/noLightAfterOff', added('Model:  lamp/noLightAfterOff')],
      ['Add Unchecked, for the reason why nothing checks it', added('Unchecked: ')],
    ]);
  });

  test('a comment that allows it, above the block of Markdown that it is in', () => {
    const finding: Diagnostic = {
      code: 'mail/long-line',
      severity: 'warning',
      place: { file: 'rfc/0007-lamps.md', line: 12, column: 3, endLine: 12, endColumn: 9 },
      message: 'Unexpected line',
    };
    expect(actions(cursorAt('A la⏐mp that'), [finding], ['quickfix'])).toMatchObject([
      {
        title: 'Allow mail/long-line here, with a reason',
        after: lamps.replace('A lamp', '<!-- quiesce allow mail/long-line:  -->\nA lamp'),
      },
    ]);
  });

  test('nothing where there is no finding', () => {
    expect(actions(cursorAt('A la⏐mp that'))).toEqual([]);
  });
});

test('all fixes at once, wherever the cursor is', () => {
  const sample = cursorAt('A la⏐mp that')
    .replace('Option:', 'Optino:')
    .replace('Unless:', 'Unles:')
    .replace('Unchecked:', 'Uncheked:');
  expect(actions(sample, [], ['source'])).toMatchObject([
    { kind: 'source.fixAll', title: 'Fix all 2 findings that have a fix', after: lamps },
  ]);
});

test('an objection to the clause under the cursor, with an id of its own', () => {
  const [action] = actions(cursorAt('People press⏐ twice'), [], ['refactor']);
  expect(action?.title).toBe('Object to lamp.quick');
  expect(action?.after).toContain(
    'no time\n```\n\n```objection\nObjection: quick\nFrom:   \nClause: lamp.quick\nSays:   \nState:  open\n```\n\n```objection',
  );
  const [second] = actions(
    cursorAt('People press⏐ twice', lamps.replace('too-slow', 'quick')),
    [],
    ['refactor'],
  );
  expect(second?.after).toContain('Objection: quick-2\n');
});

test('only kinds that are asked for', () => {
  const sample = cursorAt('Op⏐tion: relay').replace('Op⏐tion', 'Op⏐tino');
  expect(new Set(actions(sample).map(({ kind }) => kind))).toEqual(
    new Set(['quickfix', 'refactor', 'source.fixAll']),
  );
  expect(actions(sample, [], ['source.organizeImports'])).toEqual([]);
});
