import { diffRfcs, parseRfc, type Rfc } from '@quiesce/rfc';
import { describe, expect, test } from 'vitest';
import { firstRevisionOf, historyOf, type SentRfc } from '../../src/show/history.js';

const head = (revision: number) => `---
rfc: 1
title: Lamps
revision: ${revision}
status: draft
options: [relay]
---
`;
const clause = (fields: string) => `
\`\`\`contract
${fields}
Why: safety
\`\`\`
`;
const objection = `
\`\`\`objection
Objection: too-dark
From: R. Reviewer
Says: It is dark.
State: open
\`\`\`
`;

const rfcOf = (revision: number, body: string): Rfc => parseRfc('rfc/0001.md', head(revision) + body).rfc;

function sentOf(sent: readonly Rfc[], present: Rfc): SentRfc {
  return { present, sent, steps: sent.map((before, index) => diffRfcs(before, sent[index + 1] ?? present)) };
}

const should = clause('Clause: lamp.off\nThen: the lamp SHOULD go dark');
const must = clause('Clause: lamp.dark\nWas: lamp.off\nThen: the lamp MUST go dark');
const other = clause('Clause: lamp.other\nThen: the lamp MAY be warm');

describe('the history of a clause', () => {
  const summary = (sent: readonly Rfc[], present: Rfc) =>
    historyOf(present.clauses[0]!, sentOf(sent, present)).map(({ revision, id, isSent, changes }) => [
      `v${revision} ${id}${isSent ? '' : ' present'}`,
      ...changes,
    ]);

  test('is none if nothing was sent', () => {
    expect(summary([], rfcOf(1, must))).toEqual([]);
  });

  test('begins where the clause did, and follows it through its names', () => {
    const sent = [rfcOf(1, other), rfcOf(2, should), rfcOf(3, must)];
    expect(summary(sent, rfcOf(4, must))).toEqual([
      ['v2 lamp.off', 'added'],
      ['v3 lamp.dark', 'strengthened', 'renamed'],
      ['v4 lamp.dark present'],
    ]);
  });

  test('ends with what was sent if the present text is that', () => {
    const sent = [rfcOf(1, should), rfcOf(2, should)];
    expect(summary(sent, rfcOf(2, should))).toEqual([['v1 lamp.off', 'added'], ['v2 lamp.off']]);
  });

  test('tells what changed since the same revision was sent', () => {
    expect(summary([rfcOf(1, should)], rfcOf(1, must))).toEqual([
      ['v1 lamp.off', 'added'],
      ['v1 lamp.dark present', 'strengthened', 'renamed'],
    ]);
  });

  test('of a new clause is one line', () => {
    expect(summary([rfcOf(1, other)], rfcOf(2, must))).toEqual([['v2 lamp.dark present', 'added']]);
  });
});

test('an objection is as old as the first revision that was sent with it', () => {
  const sent = [rfcOf(1, other), rfcOf(2, other + objection), rfcOf(3, other + objection)];
  expect(firstRevisionOf('too-dark', sentOf(sent, rfcOf(4, other + objection)))).toBe(2);
  expect(firstRevisionOf('too-dark', sentOf(sent.slice(0, 1), rfcOf(4, objection)))).toBeUndefined();
});
