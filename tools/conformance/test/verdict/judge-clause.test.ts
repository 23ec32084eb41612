import { describe, expect, test } from 'vitest';
import { judge, linkPromises, type Verdict } from '../../src/index.js';
import {
  clauseOf,
  documentOf,
  exploredOf,
  linkedOf,
  modelOf,
  propertyOf,
  type ResultChanges,
  somewhere,
} from '../samples.js';

const must = `Clause: lamp.dark
Option: relay
When: it is off
Then: the lamp MUST NOT shine
Why: safety
Model: lamp/dark`;
const unless = must.replace('Then:', 'Unless: it is on fire\nThen:');
const always = must.replace('When: it is off\n', '');
const should = must.replace('MUST NOT', 'SHOULD NOT');
const may = `Clause: lamp.dark
Then: the lamp MAY flicker
Why: price
Model: lamp/dark`;
const mayWhen = may.replace('Then:', 'When: it is cold\nThen:');

interface Row {
  readonly of: string;
  readonly what: string;
  readonly cells: readonly ResultChanges[];
  readonly verdict: Verdict;
  readonly reason: string;
}

const said = (...signals: NonNullable<ResultChanges['signals']>[string]): ResultChanges => ({
  signals: { 'lamp/dark': signals },
});
const silent = said();
const day: ResultChanges = { scenario: 'day' };
const failing: ResultChanges = {
  scenario: 'day',
  failures: [{ process: 0, edge: 1, message: 'out of range', place: somewhere }],
};
const bounded: ResultChanges = { scenario: 'day', stoppedBy: 'states' };

const rows: readonly Row[] = [
  {
    of: must,
    what: 'applies, and nothing violates it',
    cells: [said('applies')],
    verdict: 'holds',
    reason: 'no run violates it in the scenario that was explored',
  },
  {
    of: must,
    what: 'applies in one scenario of two',
    cells: [silent, { ...day, ...said('applies') }],
    verdict: 'holds',
    reason: 'in any of 2 scenarios',
  },
  {
    of: must,
    what: 'is violated in one scenario of two',
    cells: [said('applies'), { ...day, ...said('applies', 'violated') }],
    verdict: 'fails',
    reason: 'violated in day',
  },
  {
    of: must,
    what: 'is violated for want of fairness only',
    cells: [
      { ...said('applies', 'violated'), wouldHoldUnder: { 'lamp/dark': 'weak' } },
      { ...day, ...said('applies', 'violated'), wouldHoldUnder: { 'lamp/dark': 'strong' } },
    ],
    verdict: 'fails',
    reason: 'violated in night, day, but only for want of fairness: no run violates it under strong fairness',
  },
  {
    of: must,
    what: 'is violated, in one scenario under any fairness',
    cells: [
      { ...said('applies', 'violated'), wouldHoldUnder: { 'lamp/dark': 'weak' } },
      { ...day, ...said('applies', 'violated'), wouldHoldUnder: { 'lamp/dark': null } },
    ],
    verdict: 'fails',
    reason: 'violated in night, day',
  },
  {
    of: must,
    what: 'is violated, and another search hit a bound',
    cells: [said('violated'), bounded],
    verdict: 'fails',
    reason: 'violated in night',
  },
  {
    of: must,
    what: 'is not violated before a bound',
    cells: [said('applies'), bounded],
    verdict: 'not-complete',
    reason: 'the search stopped at 1000 states in day',
  },
  {
    of: must,
    what: 'is not violated before memory ends',
    cells: [{ ...said('applies'), stoppedBy: 'memory' }],
    verdict: 'not-complete',
    reason: 'stopped at 64 MiB in night',
  },
  {
    of: must,
    what: 'is not violated before the model fails',
    cells: [said('applies'), failing],
    verdict: 'not-complete',
    reason: 'the model fails, and cuts runs short, in day',
  },
  {
    of: must,
    what: 'is not violated before a bound, nor before the model fails',
    cells: [{ ...said('applies'), stoppedBy: 'states' }, failing],
    verdict: 'not-complete',
    reason: 'the search stopped at 1000 states in night, and the model fails, and cuts runs short, in day',
  },
  {
    of: must,
    what: 'is violated before the model fails',
    cells: [{ ...failing, ...said('violated') }],
    verdict: 'fails',
    reason: 'violated in day',
  },
  {
    of: mayWhen,
    what: 'never applies before the model fails',
    cells: [failing],
    verdict: 'not-complete',
    reason: 'the model fails',
  },
  {
    of: may,
    what: 'is witnessed and declined before the model fails',
    cells: [{ ...failing, ...said('witnessed', 'declined') }],
    verdict: 'witnessed',
    reason: '',
  },
  {
    of: `${must}\nModel: lamp/dark @lkmm`,
    what: 'is not violated, but one of its links is not explored',
    cells: [said('applies')],
    verdict: 'not-complete',
    reason: 'lamp/dark @lkmm is not explored: it needs the memory model lkmm',
  },
  {
    of: `${must}\nModel: lamp/dark @lkmm`,
    what: 'is violated, though one of its links is not explored',
    cells: [said('applies', 'violated')],
    verdict: 'fails',
    reason: 'violated in night',
  },
  {
    of: `${may}\nModel: lamp/dark @lkmm`,
    what: 'is never declined where one of its links is not explored',
    cells: [said('witnessed')],
    verdict: 'not-complete',
    reason: 'lamp/dark @lkmm',
  },
  {
    of: must,
    what: 'never applies',
    cells: [silent, day],
    verdict: 'vacuous',
    reason: 'its When never happens in any of 2 scenarios',
  },
  {
    of: must,
    what: 'has not applied before a bound',
    cells: [silent, bounded],
    verdict: 'not-complete',
    reason: 'in day',
  },
  {
    of: always,
    what: 'has no When that could apply',
    cells: [silent],
    verdict: 'holds',
    reason: 'no run violates it',
  },
  {
    of: unless,
    what: 'applies, and its exception happens',
    cells: [said('applies', 'excepted')],
    verdict: 'holds',
    reason: '',
  },
  {
    of: unless,
    what: 'applies, and its exception never happens',
    cells: [said('applies')],
    verdict: 'vacuous',
    reason: 'its Unless never happens',
  },
  {
    of: should,
    what: 'is violated',
    cells: [said('applies', 'violated')],
    verdict: 'deviates',
    reason: 'violated in night',
  },
  { of: should, what: 'is not violated', cells: [said('applies')], verdict: 'holds', reason: '' },
  {
    of: may,
    what: 'is witnessed and declined',
    cells: [said('witnessed', 'declined')],
    verdict: 'witnessed',
    reason: 'witnessed in night; a run without it in night',
  },
  {
    of: may,
    what: 'is witnessed in one scenario and declined in another',
    cells: [said('witnessed'), { ...day, ...said('applies', 'declined') }],
    verdict: 'witnessed',
    reason: 'witnessed in night; a run without it in day',
  },
  {
    of: may,
    what: 'is witnessed in one scenario, and has nothing to do with another',
    cells: [said('witnessed'), { ...day, ...said('declined') }],
    verdict: 'always',
    reason: 'no run ends without it',
  },
  {
    of: may,
    what: 'is witnessed and declined, and another search hit a bound',
    cells: [said('witnessed', 'declined'), bounded],
    verdict: 'witnessed',
    reason: '',
  },
  {
    of: may,
    what: 'is never declined',
    cells: [said('witnessed')],
    verdict: 'always',
    reason: 'no run ends without it',
  },
  {
    of: may,
    what: 'is not declined before a bound',
    cells: [said('witnessed'), bounded],
    verdict: 'not-complete',
    reason: '',
  },
  {
    of: may,
    what: 'is never witnessed',
    cells: [said('declined')],
    verdict: 'never-happens',
    reason: 'no run does it',
  },
  {
    of: mayWhen,
    what: 'is never witnessed, though it applies',
    cells: [said('applies', 'declined')],
    verdict: 'never-happens',
    reason: '',
  },
  {
    of: mayWhen,
    what: 'never applies',
    cells: [said('declined')],
    verdict: 'vacuous',
    reason: 'its When never happens',
  },
];

describe('verdicts', () => {
  test.each(rows)('$verdict: a clause that $what', ({ of, cells, verdict, reason }) => {
    const kind = of.includes('MAY') ? 'sometimes' : 'always';
    const property = propertyOf('lamp/dark', 'lamp.dark', kind);
    const evidence = cells.map(exploredOf);
    const clauses = [linkedOf(of, [property])];
    const model = modelOf({ properties: [property] });
    const judged = judge({ model, clauses, options: ['relay'], evidence, whole: true }).clauses[0]?.verdicts;
    expect(judged).toHaveLength(1);
    expect(judged?.[0]).toMatchObject({ option: 'relay', promised: true, verdict });
    expect(judged?.[0]?.reason).toContain(reason);
    expect(judged?.[0]?.explored).toEqual(evidence);
  });
});

describe('a clause of two properties', () => {
  const properties = [propertyOf('lamp/dark', 'lamp.dark'), propertyOf('lamp/soft', 'lamp.dark')];
  const clauses = [linkedOf(`${must}\nModel: lamp/soft`, properties)];
  const verdictOf = (signals: NonNullable<ResultChanges['signals']>) =>
    judge({
      model: modelOf({ properties }),
      clauses,
      options: ['relay'],
      evidence: [exploredOf({ signals })],
      whole: true,
    }).clauses[0]?.verdicts[0]?.verdict;

  test('fails if one of them is violated', () => {
    expect(verdictOf({ 'lamp/dark': ['applies'], 'lamp/soft': ['violated'] })).toBe('fails');
  });

  test('applies if one of them does', () => {
    expect(verdictOf({ 'lamp/soft': ['applies'] })).toBe('holds');
  });
});

describe('under two memory models', () => {
  const property = propertyOf('lamp/dark', 'lamp.dark');
  const model = modelOf({
    properties: [property],
    scenarios: [{ id: 'night', title: 'night', sizes: {}, memory: ['sc', 'tso'] }],
  });
  const judged = (links: string, sc: ResultChanges, tso: ResultChanges) => {
    const body = must.replace('Model: lamp/dark', links);
    const { clauses } = linkPromises([documentOf([clauseOf(body)], model.options)], model, 'model.ts');
    const evidence = [exploredOf(sc), exploredOf({ ...tso, memoryModel: 'tso' })];
    return judge({ model, clauses, options: ['relay'], evidence, whole: true }).clauses[0]!;
  };
  const usual = 'Model: lamp/dark';
  const both = 'Model: lamp/dark\nModel: lamp/dark @tso';

  test('a link that names none is judged by the usual cells alone', () => {
    const { verdicts, strength } = judged(usual, said('applies'), said('violated'));
    expect(verdicts[0]).toMatchObject({ verdict: 'holds', explored: [{ cell: { memoryModel: 'sc' } }] });
    expect(strength).toEqual({ kind: 'worthless', brokenBy: [] });
  });

  test('a clause that asks for one fails by it', () => {
    const { linked, verdicts } = judged(both, said('applies'), said('violated'));
    expect(linked.properties).toHaveLength(1);
    expect(verdicts[0]).toMatchObject({ verdict: 'fails', reason: 'violated in night@tso' });
  });

  test('a clause may ask for one alone', () => {
    const { verdicts } = judged('Model: lamp/dark @tso', said('violated'), said('applies'));
    expect(verdicts[0]).toMatchObject({
      verdict: 'holds',
      reason: 'no run violates it in the scenario that was explored',
    });
  });

  test('a full buffer leaves it open', () => {
    const { verdicts } = judged(both, said('applies'), { ...said('applies'), stoppedBy: 'buffers' });
    expect(verdicts[0]).toMatchObject({
      verdict: 'not-complete',
      reason: 'a store may have waited for room in a buffer of 3 stores in night@tso',
    });
  });

  test('a cell that was left out leaves its link open', () => {
    const { clauses } = linkPromises(
      [documentOf([clauseOf(must.replace(usual, both))], model.options)],
      model,
      'model.ts',
    );
    const evidence = [exploredOf(said('applies'))];
    const part = judge({ model, clauses, options: ['relay'], evidence, whole: false });
    expect(part.clauses[0]?.verdicts[0]).toMatchObject({
      verdict: 'not-explored',
      reason: 'lamp/dark @tso was not explored',
    });
  });

  test('each has to see the When', () => {
    const { verdicts } = judged(both, said('applies'), silent);
    expect(verdicts[0]).toMatchObject({
      verdict: 'vacuous',
      reason: 'its When never happens under tso in the scenario that was explored',
    });
  });

  test('a scenario that is not explored under it is not left out of it', () => {
    const day = { id: 'day', title: 'day', sizes: {} };
    const judgeAlone = (links: string, memory: readonly ('sc' | 'tso')[]) => {
      const two = modelOf({
        properties: [property],
        scenarios: [...model.scenarios, { ...day, memory }],
      });
      const body = must.replace('Model: lamp/dark', links);
      const { clauses } = linkPromises([documentOf([clauseOf(body)], two.options)], two, 'model.ts');
      const cells = [
        exploredOf(silent),
        exploredOf({ memoryModel: 'tso' }),
        ...memory.map((memoryModel) => exploredOf({ scenario: 'day', memoryModel })),
      ];
      return judge({ model: two, clauses, options: ['relay'], evidence: cells, whole: true }).clauses[0]
        ?.verdicts[0]?.verdict;
    };
    expect(judgeAlone('Model: lamp/dark @tso', ['sc'])).toBe('vacuous');
    expect(judgeAlone(usual, ['tso'])).toBe('vacuous');
  });

  test('nothing is explored where no scenario asks for it', () => {
    const alone = modelOf({ properties: [property], scenarios: [{ ...model.scenarios[0]!, memory: null }] });
    const body = `${must} @tso`;
    const { clauses } = linkPromises([documentOf([clauseOf(body)], alone.options)], alone, 'model.ts');
    expect(clauses[0]).toMatchObject({
      asked: [],
      unexplored: [{ link: 'lamp/dark @tso', reason: 'no scenario is explored under tso' }],
    });
  });
});

describe('a property that is asked in some scenarios only', () => {
  const property = propertyOf('lamp/dark', 'lamp.dark');

  test('is not judged by a cell in which it does not watch', () => {
    const clauses = [linkedOf(always, [property])];
    const { cell, result } = exploredOf(silent);
    const evidence = [{ cell: { ...cell, properties: ['lamp/soft'] }, result }];
    const judged = judge({ model: modelOf({}), clauses, options: ['relay'], evidence, whole: true });
    expect(judged.clauses[0]?.verdicts[0]).toMatchObject({ verdict: 'not-explored', explored: [] });
  });
});

describe('of some of the scenarios', () => {
  const scenario = (id: string) => ({ id, title: id, sizes: {}, memory: null });
  const scenarios = ['night', 'day'].map(scenario);

  test.each([
    [must, said('applies'), 'holds'],
    [must, said('violated'), 'fails'],
    [must, silent, 'not-explored'],
    [unless, said('applies'), 'not-explored'],
    [may, said('witnessed', 'declined'), 'witnessed'],
    [may, said('declined'), 'not-explored'],
  ])('nothing is said that the others could refute: %#', (of, changes, verdict) => {
    const property = propertyOf('lamp/dark', 'lamp.dark', of.includes('MAY') ? 'sometimes' : 'always');
    const model = modelOf({ properties: [property], scenarios });
    const clauses = [linkedOf(of, [property])];
    const evidence = [exploredOf(changes)];
    const part = judge({ model, clauses, options: ['relay'], evidence, whole: false });
    expect(part.clauses[0]?.verdicts[0]?.verdict).toBe(verdict);
  });

  test('the reason tells how many were left out', () => {
    const property = propertyOf('lamp/dark', 'lamp.dark');
    const model = modelOf({ properties: [property], scenarios });
    const clauses = [linkedOf(must, [property])];
    const part = judge({ model, clauses, options: ['relay'], evidence: [exploredOf(silent)], whole: false });
    expect(part.clauses[0]?.verdicts[0]?.reason).toContain('1 of 2 cells were left out');
  });
});

describe('what is not explored', () => {
  const property = propertyOf('lamp/dark', 'lamp.dark');
  const reasonFor = (body: string, options = ['relay']) => {
    const clauses = [linkedOf(body, body.includes('Model') ? [property] : [])];
    const evidence = [exploredOf(said('applies'))];
    return judge({ model: modelOf({}), clauses, options, evidence, whole: true }).clauses[0]?.verdicts[0];
  };

  test('says why, in the words of the clause', () => {
    const body = must.replace('Model: lamp/dark', 'Unchecked: the model has no fire');
    expect(reasonFor(body)).toMatchObject({ verdict: 'unchecked', reason: 'the model has no fire' });
  });

  test('names the link that cannot be explored', () => {
    const { verdict, reason } = reasonFor(`${must} @lkmm`) ?? {};
    expect(verdict).toBe('unchecked');
    expect(reason).toContain('lamp/dark @lkmm: it needs the memory model lkmm');
  });

  test('has no cell', () => {
    expect(reasonFor(must, ['dimmer'])).toMatchObject({ verdict: 'not-explored', promised: false });
  });
});
