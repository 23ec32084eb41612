import { describe, expect, test } from 'vitest';
import {
  type CheckReport,
  type KeptCheck,
  keepCheck,
  keptCheck,
  lastCheck,
  lastVerdict,
  parseKeptChecks,
  printKeptChecks,
} from '../../src/index.js';
import { sampleReport } from '../report/sample-report.js';
import { clauseOf, propertyOf } from '../samples.js';

const report: CheckReport = sampleReport();
const { id } = report.clauses[0]!;
const clause = clauseOf(`Clause: ${id}\nThen: it MUST hold\nWhy: so`);
const other = clauseOf(`Clause: ${id}\nThen: it MUST always hold\nWhy: so`);
const source = { path: 'model.ts', text: 'one' };
const texts = { sources: [source], properties: [propertyOf('lamp/dark', id)], clauses: [clause] };

const core = keptCheck('core', report, texts);
const whole = keptCheck('whole', report, texts);
const read = (check: KeptCheck, text: string | undefined = 'one') => lastCheck(check, () => text);

test('a kept check comes back', () => {
  expect(parseKeptChecks(printKeptChecks([core, whole]))).toEqual({ ok: true, checks: [core, whole] });
});

test.each([
  ['{', 'it is not JSON'],
  ['[]', 'another form at the top'],
  [printKeptChecks([core]).replace('"version":1', '"version":0'), 'another form at version'],
])('%.12s is not used', (text, reason) => {
  expect(parseKeptChecks(text)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
});

describe('after a new check', () => {
  const elsewhere = keptCheck('core', { ...report, model: 'elsewhere.ts' }, texts);
  const changed = { ...texts, sources: [{ ...source, text: 'two' }] };
  const coreOfOther = keptCheck('core', report, changed);

  test.each<[string, readonly KeptCheck[], KeptCheck, readonly KeptCheck[]]>([
    ['of the core, that of everything stays', [whole], core, [whole, core]],
    ['of the core of another model, that of everything goes', [whole], coreOfOther, [coreOfOther]],
    ['of everything, that of the core goes', [core], whole, [whole]],
    ['of one model, those of others stay', [elsewhere, core], core, [elsewhere, core]],
  ])('%s', (_, kept, fresh, expected) => {
    expect(keepCheck(kept, fresh)).toEqual(expected);
  });
});

describe('what was said of a clause', () => {
  test('is true while clause and model are the same', () => {
    expect(lastVerdict([read(core)], clause)).toMatchObject({ clauseChanged: false, modelChanged: false });
    expect(lastVerdict([read(core)], other)).toMatchObject({ clauseChanged: true, modelChanged: false });
    expect(lastVerdict([read(core, 'two')], clause)).toMatchObject({
      clauseChanged: false,
      modelChanged: true,
    });
    expect(lastVerdict([lastCheck(core, () => undefined)], clause)).toMatchObject({ modelChanged: true });
  });

  test('is found under a former id, and not at all if there is none', () => {
    const renamed = clauseOf(`Clause: now.here\nWas: ${id}\nThen: it MUST hold\nWhy: so`);
    expect(lastVerdict([read(core)], renamed)).toMatchObject({ clause: { id }, clauseChanged: false });
    expect(
      lastVerdict([read(core)], clauseOf('Clause: never.seen\nThen: it MUST hold\nWhy: so')),
    ).toBeUndefined();
    expect(lastVerdict([], clause)).toBeUndefined();
  });

  test('is that of everything, unless only that of the core is still true', () => {
    expect(lastVerdict([read(core), read(whole)], clause)?.check.scope).toBe('whole');
    const later = keptCheck('core', report, { ...texts, clauses: [other] });
    expect(lastVerdict([read(whole), read(later)], other)?.check.scope).toBe('core');
    expect(lastVerdict([read(whole), read(later)], clause)?.check.scope).toBe('whole');
  });
});
