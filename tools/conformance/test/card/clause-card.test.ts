import { describe, expect, test } from 'vitest';
import {
  type ClauseCard,
  cardsJson,
  cardsSchema,
  keptCheck,
  lastCheck,
  lastVerdict,
  renderCard,
  renderShort,
  type TracedDocument,
  traceClauses,
} from '../../src/index.js';
import { sampleReport } from '../report/sample-report.js';
import { clauseOf, documentOf } from '../samples.js';

const report = sampleReport();
const id = 'lamp.dark-and-a-rather-long-name-behind-it';
const clause = clauseOf(`Clause: ${id}
Option: relay
Then: the lamp MUST be "dark"
Why: safety
Unchecked: \u001b[2Jnothing to see`);
const document: TracedDocument = { ...documentOf([clause], ['relay', 'dimmer']), objections: [] };
const [traced] = traceClauses({ documents: [document], properties: [], confirmations: [] });
const kept = lastCheck(
  keptCheck('whole', report, { sources: [], properties: [], clauses: [clause] }),
  () => '',
);
const verdict = lastVerdict([kept], clause);

const card: ClauseCard = {
  traced: traced!,
  document,
  section: 'Light',
  text: `Clause: ${id}\n`,
  verdict,
  history: [{ revision: 2, id, isSent: false, changes: [], reasons: [] }],
};

const plain = { colour: false, allTraces: false };

describe('a card', () => {
  test('comes back from its JSON, and fits the schema', () => {
    for (const one of [card, { ...card, verdict: undefined, section: undefined, history: [] }]) {
      const back = cardsSchema.parse(JSON.parse(cardsJson([one])));
      expect(back.clauses).toMatchObject([{ id, history: one.history, section: one.section ?? null }]);
    }
  });

  test('shows the runs that break a promise, and others when it is asked to', () => {
    expect(renderCard(card, plain)).toContain('Run under relay');
    expect(renderCard(card, plain)).not.toContain('Run under dimmer');
    expect(renderCard(card, { ...plain, allTraces: true })).toContain('Run under dimmer');
  });

  test('says of which check its verdicts are', () => {
    expect(renderCard({ ...card, verdict: undefined }, plain)).toContain('Never checked: run quiesce check.');
    expect(renderCard(card, plain)).toContain('As of the last check, of everything\n');
    const old = { ...card, verdict: { ...verdict!, clauseChanged: true, modelChanged: true } };
    expect(renderCard(old, plain)).toContain('the clause and the model changed since');
  });

  test('has colours for a terminal only, and nothing that steers it', () => {
    const bare = { ...card, verdict: undefined };
    expect(renderCard(bare, plain)).not.toContain('\u001b');
    expect(renderCard(bare, plain)).toContain('␛[2J');
    expect(renderCard(card, { ...plain, colour: true })).toContain('\u001b[31m');
  });
});

describe('the contract view', () => {
  const view = { document, sections: [{ title: 'Light', clauses: [clause] }] };

  test('has a mark for each option: capital where it is promised', () => {
    expect(renderShort({ ...view, verdictOf: () => verdict }, false)).toMatch(new RegExp(`${id} +Ff\n`));
    expect(renderShort({ ...view, verdictOf: () => undefined }, false)).toMatch(new RegExp(`${id} +x\\.\n`));
  });

  test('is narrow enough for a mail', () => {
    const text = renderShort({ ...view, verdictOf: () => ({ ...verdict!, clauseChanged: true }) }, false);
    expect(text.split('\n').filter((line) => line.length > 72)).toEqual([]);
    expect(text).toContain('changed since the last check');
  });
});
