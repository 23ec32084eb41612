import { describe, expect, test } from 'vitest';
import { judge, type StoryResult, storyName, wantedStories } from '../../src/index.js';
import { shortestStory } from '../../src/verdict/wanted-stories.js';
import { exploredOf, linkedOf, modelOf, propertyOf } from '../samples.js';

const dark = propertyOf('lamp/dark', 'lamp.dark');
const soft = propertyOf('lamp/soft', 'lamp.soft', 'sometimes');
const clauses = [
  linkedOf('Clause: lamp.dark\nOption: relay\nThen: it MUST NOT shine\nWhy: x\nModel: lamp/dark', [dark]),
  linkedOf('Clause: lamp.soft\nThen: it MAY flicker\nWhy: x\nModel: lamp/soft', [soft]),
];
const night = { id: 'night', title: 'night', sizes: {}, memory: null };
const mutant = {
  id: 'M1',
  title: '',
  source: '',
  of: 'relay',
  caughtBy: 'lamp/dark',
  memory: null,
  scenario: night,
};
const model = modelOf({ properties: [dark, soft], mutants: [mutant] });
const violated = { signals: { 'lamp/dark': ['violated'], 'lamp/soft': ['witnessed', 'declined'] } } as const;
const judgement = judge({
  model,
  clauses,
  options: model.options,
  evidence: [
    exploredOf(violated),
    exploredOf({ scenario: 'day', deadlocks: 1, ...violated }),
    exploredOf({ option: 'dimmer', ...violated }),
    exploredOf({ mutant: 'M1', scenario: 'yard', ...violated }),
  ],
  whole: true,
});

describe('wantedStories', () => {
  test('are those of broken promises and of suspects', () => {
    expect(wantedStories(judgement, 'promises').map(storyName)).toEqual([
      'relay/night lamp/dark violated',
      'relay/day lamp/dark violated',
      'relay/day deadlock',
    ]);
  });

  test('are, with all, also those of what is not promised, of permissions and of mutants that were found', () => {
    expect(wantedStories(judgement, 'all').map(storyName)).toEqual(
      expect.arrayContaining([
        'dimmer/night lamp/dark violated',
        'dimmer/night lamp/soft witnessed',
        'M1 lamp/dark violated',
      ]),
    );
  });

  test('are, with each, one of every verdict that a run shows, and none of mutants', () => {
    const each = wantedStories(judgement, 'each').map(storyName);
    expect(each).toEqual([
      ...['relay/night lamp/dark violated', 'relay/day lamp/dark violated'],
      'dimmer/night lamp/dark violated',
      expect.stringMatching(/^relay\/(night|day) lamp\/soft witnessed$/),
      'dimmer/night lamp/soft witnessed',
      'relay/day deadlock',
    ]);
  });
});

describe('shortestStory', () => {
  const [first, second, third] = wantedStories(judgement, 'promises');
  const story = (switches: number, steps: number): StoryResult => ({
    kind: 'story',
    switches,
    steps,
    fewest: true,
    table: '',
    trace: '',
  });
  const lost: StoryResult = { kind: 'no-story', complete: false };

  test.each([
    ['fewer switches', [story(3, 5), story(2, 50), story(4, 1)], second],
    ['then fewer steps', [story(2, 9), story(2, 8), story(2, 10)], second],
    ['then the first', [story(2, 8), story(2, 8), story(2, 8)], first],
    ['of those that were found', [lost, lost, story(9, 9)], third],
    ['of none', [lost, lost, lost], undefined],
  ])('%s', (_, results, expected) => {
    const wanted = [first!, second!, third!];
    const stories = new Map(wanted.map((one, index) => [storyName(one), results[index]!]));
    expect(shortestStory(wanted, stories)).toBe(expected);
  });
});
