import { type Objection, type ObjectionState, objectionStates } from '@quiesce/contract';
import { describe, expect, test } from 'vitest';
import {
  filterObjections,
  type ListedObjection,
  objectionsJson,
  objectionsSchema,
  renderObjections,
} from '../../src/index.js';
import { documentOf, somewhere } from '../samples.js';

const document = { ...documentOf([], ['relay'], { revision: 5 }), objections: [] };
const states = Object.keys(objectionStates) as ObjectionState[];

const listed = (id: string, state: ObjectionState, more: Partial<ListedObjection> = {}): ListedObjection => {
  const block = { ...somewhere, endLine: 8, endColumn: 1, start: 0, end: 1 };
  const content = { id, from: 'R. Reviewer', threads: [], clauses: ['lamp.dark'], says: 'No.', state };
  const objection: Objection = {
    ...content,
    places: { id: block, from: block, threads: [], clauses: [block], says: block, state: block, block },
  };
  return { objection, document, since: 2, isAgeKnown: true, ...more };
};

describe('objections', () => {
  const all = states.map((state) => listed(`it-is-${state}`, state)).reverse();

  test('stand in the order of their states, the open ones first', () => {
    const text = renderObjections(all, all.length, false);
    expect([...text.matchAll(/it-is-(\S+)/g)].map(([, state]) => state)).toEqual(states);
    expect(text).toContain('5 objections: 1 open, 1 answered, 1 accepted, 1 withdrawn, 1 overruled.');
  });

  test('are narrowed by state and clause', () => {
    const ids = (filter: Parameters<typeof filterObjections>[1]) =>
      filterObjections(all, filter).map(({ objection }) => objection.state);
    expect(ids({ states: ['open', 'accepted'] })).toEqual(['accepted', 'open']);
    expect(ids({ clauses: ['lamp.dark'] })).toHaveLength(5);
    expect(ids({ clauses: ['lamp.soft'] })).toEqual([]);
  });

  test.each<[string, Partial<ListedObjection>, number | null, string]>([
    ['in the revision that first had it', { since: 2 }, 3, 'R. Reviewer, since revision 2'],
    ['new in the present text', { since: undefined }, 0, 'R. Reviewer, not sent yet'],
    ['unknown where nothing was sent', { since: undefined, isAgeKnown: false }, null, 'R. Reviewer\n'],
  ])('have an age: %s', (_, more, age, words) => {
    const one = listed('it-is-open', 'open', more);
    const { objections } = objectionsSchema.parse(JSON.parse(objectionsJson([one])));
    expect(objections).toMatchObject([{ id: 'it-is-open', age }]);
    expect(renderObjections([one], 1, false)).toContain(words);
  });

  test('may be none', () => {
    expect(renderObjections([], 0, false)).toBe('No objection.\n');
    expect(renderObjections([], 2, false)).toBe('0 of 2 objections.\n');
  });
});
