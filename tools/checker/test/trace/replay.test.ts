import { expect, test } from 'vitest';
import { findStory, type Story, type Target } from '../../src/search/story.js';
import { replay } from '../../src/trace/replay.js';
import { detachRace } from './detach-race.js';
import { type Draft, end, fail, go, local, lock, note, on, property, systemOf } from './small-systems.js';

const violated: Target = { kind: 'signal', property: 0, signal: 'violated' };

function storyOf(system: Parameters<typeof findStory>[0], target: Target): Story {
  const result = findStory(system, target);
  if (result.kind === 'none') throw new Error('there is no story');
  return result.story;
}

test('A story comes true: its states, its moves, and what it comes to', () => {
  const story = storyOf(detachRace, violated);
  const run = replay(detachRace, story);
  expect(run.states).toEqual(story.states);
  expect(run.moves.map(({ process, edge }) => ({ process, edge }))).toEqual(story.moves);
  expect(run.ending).toEqual({
    kind: 'signal',
    at: 'step',
    told: { property: 0, kind: 'violated', because: [{ cell: 2, value: 1 }] },
  });
});

const holds = (cell: number, value: number) => ({
  property: 0,
  node: on(cell, { [value]: note([], [0, 'violated']) }),
});
const rest = { properties: [property('p', 'c')] };
const sets: readonly Draft[] = [[local, 'f', go(1, [0, 1])], end];
const waits: readonly Draft[] = [
  [lock(0), 'f', { kind: 'choose', nodes: [on(0, { 0: on(1, { 1: go(1) }) }), on(0, { 1: go(1) })] }],
  end,
];
const cells = [
  ['x', '0 1'],
  ['y', '0 1'],
] as const;

test('An invariant ends a run by its state, a check at the end by its end', () => {
  const invariant = systemOf('s', cells, { P: sets }, { ...rest, invariants: [holds(0, 1)] });
  expect(replay(invariant, storyOf(invariant, violated)).ending).toMatchObject({
    kind: 'signal',
    at: 'state',
  });
  const atEnd = systemOf('s', cells, { P: sets }, { ...rest, atEnd: [holds(0, 1)] });
  expect(replay(atEnd, storyOf(atEnd, violated)).ending).toMatchObject({
    kind: 'signal',
    at: 'end',
    waiting: [],
  });
});

test('A deadlock names who waits, and each cell that its step looked at', () => {
  const system = systemOf('s', cells, { P: [end], Q: waits });
  expect(replay(system, storyOf(system, { kind: 'deadlock' })).ending).toEqual({
    kind: 'deadlock',
    waiting: [
      {
        process: 1,
        tested: [
          { cell: 0, value: 0 },
          { cell: 1, value: 0 },
        ],
      },
    ],
  });
});

test('A failure is the last move and has no state', () => {
  const system = systemOf('s', cells, { P: [[local, 'f', fail('broken')]] });
  const run = replay(system, storyOf(system, { kind: 'failure', process: 0, edge: 0 }));
  expect(run.states).toHaveLength(1);
  expect(run.ending).toMatchObject({ kind: 'failure', failure: { message: 'broken' } });
});

const story = storyOf(detachRace, violated);

test.each<[title: string, broken: Story, message: RegExp]>([
  [
    'an edge that is not enabled',
    { ...story, moves: [{ process: 0, edge: 3 }, ...story.moves.slice(1)] },
    /edge 3 of process 0/,
  ],
  [
    'a state that differs',
    { ...story, states: story.states.map((state, index) => (index === 2 ? story.states[1]! : state)) },
    /state 2: the search and the interpreter differ/,
  ],
  ['too few states', { ...story, states: story.states.slice(1) }, /as many states/],
  [
    'a run that stops too early',
    { ...story, moves: story.moves.slice(0, 3), states: story.states.slice(0, 4) },
    /does not come to/,
  ],
  ['another target', { ...story, target: { kind: 'deadlock' } }, /does not come to/],
])('A search that tells a story with %s has a bug', (_, broken, message) => {
  expect(() => replay(detachRace, broken)).toThrow(message);
});
