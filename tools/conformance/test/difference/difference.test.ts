import { diffRfcs, parseRfc, wordDiff } from '@quiesce/rfc';
import { describe, expect, test } from 'vitest';
import { renderRuns } from '../../src/difference/render-runs.js';
import {
  buildDifference,
  type DifferencePart,
  differenceJson,
  differenceReportSchema,
  renderDifference,
} from '../../src/index.js';
import { painter } from '../../src/report/text/paint.js';

const clause = (id: string, then: string, more = '') =>
  `\`\`\`contract\nClause: ${id}\n${more}Then:   ${then}\nWhy:    So.\n\`\`\`\n`;

const rfc = (revision: number, options: string, ...parts: readonly string[]) =>
  parseRfc(
    `rfc/${revision}.md`,
    [
      `---\nrfc: 1\ntitle: Lamps\nrevision: ${revision}\nstatus: draft\noptions: [${options}]\n---\n\nLamps\n=====\n`,
      ...parts,
    ].join('\n'),
  ).rfc;

const objection =
  '```objection\nObjection: cost\nFrom:   R. Reviewer\nSays:   It costs.\nState:  open\n```\n';

const before = rfc(
  1,
  'relay, bulb',
  'A lamp is on or off.\n',
  clause('a.gone', 'it MUST be off'),
  clause('b.weaker', 'it MUST be off'),
  clause('c.words', 'it MUST be off'),
  clause('d.listed', 'it MAY be off', 'Option: relay\n'),
  clause('e.listed', 'it MAY be off', 'Option: bulb\n'),
  'Gone\n----\n\nOne.\n',
);
const after = rfc(
  2,
  'relay, bulb, dimmer',
  'A lamp is on, off or dim.\n',
  clause('b.weaker', 'it SHOULD be off'),
  clause('c.other', 'it MUST be off and cold', 'Was:    c.words\n'),
  clause('d.listed', 'it MAY be off', 'Option: relay, dimmer\n'),
  clause('e.listed', 'it MAY be off', 'Option: dimmer, bulb\n'),
  clause('f.new', 'it MAY be dim'),
  objection,
  'Here\n----\n\nTwo words.\n\nAnd more.\n',
);

const reportOf = (part: DifferencePart) =>
  buildDifference([{ before: 'v1', after: 'work tree', difference: diffRfcs(before, after) }], part);

test.each(['all', 'clauses', 'prose', 'losses'] as const)('the report of %s has its schema', (part) => {
  expect(differenceReportSchema.parse(JSON.parse(differenceJson(reportOf(part))))).toEqual(reportOf(part));
});

test('the text tells what users lose first, and what is alike in one sentence', async () => {
  await expect(renderDifference(reportOf('all'), false)).toMatchFileSnapshot('lamps.txt');
});

test('each part has what it is asked for and nothing else', () => {
  const [clauses] = reportOf('clauses').differences;
  expect([clauses?.clauses.length, clauses?.sections.length, clauses?.objections.length]).toEqual([6, 0, 0]);
  const [prose] = reportOf('prose').differences;
  expect([prose?.clauses.length, prose?.sections.length]).toEqual([0, 3]);
  expect(reportOf('losses').differences[0]?.clauses.map(({ id, loss }) => [id, loss])).toEqual([
    ['a.gone', 'certain'],
    ['b.weaker', 'certain'],
    ['c.other', 'possible'],
  ]);
});

test('an RFC that does not differ is left out', () => {
  const one = { before: 'v1', after: 'v1', difference: diffRfcs(before, before) };
  expect(buildDifference([one], 'all').differences).toEqual([]);
  expect(renderDifference(buildDifference([one], 'all'), false)).toBe('');
});

test('nothing in a text steers the terminal', () => {
  const steering = 'it MUST be \u001b[31mred\u202e and\u0007 loud';
  const bad = rfc(
    2,
    'relay',
    `A \u001b]0;title\u0007 and \u009b1A.\n`,
    clause('a.gone', steering),
    objection.replace('costs', '\u001b[2J'),
    '\u001b[1mTitle\n-----\n\n    a\tb\u001b\n',
  );
  const one = { before: 'v1', after: '\u001b[0m', difference: diffRfcs(before, bad) };
  const text = renderDifference(buildDifference([one], 'all'), false);
  expect(text).toContain('red');
  expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
});

test('of an objection that changed, what changed is shown', () => {
  const answered = objection.replace('State:  open', 'Answer: It costs 3 ns.\nState:  answered');
  const textOf = (old: string, present: string) => {
    const difference = diffRfcs(rfc(1, 'relay', old), rfc(2, 'relay', present));
    return renderDifference(buildDifference([{ before: 'v1', after: 'v2', difference }], 'all'), false);
  };
  expect(textOf(objection, answered)).toContain(
    [
      'changed       objection cost, open -> answered (line 13 -> 13)',
      '              Says: It costs.',
      '              Answer: {+It costs 3 ns.+}',
    ].join('\n'),
  );
  const other = textOf(answered, answered.replace('3 ns', '5 ns'));
  expect(other).toContain('Answer: It costs [-3-]{+5+} ns.');
  const said = textOf(objection, objection.replace('It costs', 'It costs much'));
  expect(said.match(/Says:.*/g)).toEqual(['Says: It costs {+much+}.']);
});

describe('changed words in lines', () => {
  const shown = (old: string, present: string, colour: boolean, width = 30) =>
    renderRuns('Then: ', wordDiff(old, present), { paint: painter(colour), colour, width });

  test.each([
    ['it is dark', 'it is cold', ['Then: it is [-dark-]{+cold+}']],
    ['it is dark', 'it is dark and cold now', ['Then: it is dark {+and cold', '      now+}']],
    [
      'a verylongwordthatdoesnotfitintoanyline b',
      'a b',
      ['Then: a', '      [-verylongwordthatdoesnotfitintoanyline-]', '      b'],
    ],
  ])('%j to %j', (old, present, lines) => {
    expect(shown(old, present, false)).toEqual(lines);
  });

  test('colours take no room, and begin anew in each line', () => {
    const lines = shown('it is dark', 'it is dark and cold now and ever', true);
    expect(lines.map((line) => line.replaceAll('\u001b[0m', '').split('\u001b[32m').join('+'))).toEqual([
      'Then: it is dark +and +cold +now',
      '      +and +ever',
    ]);
  });
});
