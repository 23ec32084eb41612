/** Classic protocols of two, in the model language: which fairness each of them needs is in every textbook. */
import { describe, expect, it, test } from 'vitest';
import { compileScenario, loadModel } from '../../../src/index.js';
import { checkLiveness, type LivenessFound } from '../../../src/search/liveness/check-liveness.js';
import { replay } from '../../../src/trace/replay.js';

type Verdict = 'holds' | 'fails';

interface Toy {
  readonly name: string;
  /** Functions `enter(me, other, door)` and `leave(me, other, door)`. */
  readonly text: string;
  /** Under no, weak and strong fairness. */
  readonly expected: readonly [Verdict, Verdict, Verdict];
}

const toys: readonly Toy[] = [
  {
    name: 'a lock, which is given in turn where fairness is strong',
    text: `
      function enter(me: Me, other: Me, door: Door): void { lock(door.lock); }
      function leave(me: Me, other: Me, door: Door): void { unlock(door.lock); }`,
    expected: ['fails', 'fails', 'holds'],
  },
  {
    name: 'a lock of the model itself, given in turn',
    text: `
      function enter(me: Me, other: Me, door: Door): void { fairly(() => { when(!door.shut); door.shut = true; }); }
      function leave(me: Me, other: Me, door: Door): void { door.shut = false; }`,
    expected: ['fails', 'fails', 'holds'],
  },
  {
    name: 'a test and set, which nobody gives in turn',
    text: `
      function enter(me: Me, other: Me, door: Door): void { while (xchg(door, 'shut', true)) {} }
      function leave(me: Me, other: Me, door: Door): void { door.shut = false; }`,
    expected: ['fails', 'fails', 'fails'],
  },
  {
    name: 'a wait for a condition that comes and goes',
    text: `
      function enter(me: Me, other: Me, door: Door): void { atomic(() => { when(!door.shut); door.shut = true; }); }
      function leave(me: Me, other: Me, door: Door): void { door.shut = false; }`,
    expected: ['fails', 'fails', 'fails'],
  },
  {
    name: "Peterson's lock, which needs that both go on",
    text: `
      function enter(me: Me, other: Me, door: Door): void {
        me.wants = true;
        door.first = other;
        when(!other.wants || door.first === me);
      }
      function leave(me: Me, other: Me, door: Door): void { me.wants = false; }`,
    expected: ['fails', 'holds', 'holds'],
  },
  {
    name: 'two who are too polite',
    text: `
      function enter(me: Me, other: Me, door: Door): void {
        me.wants = true;
        while (other.wants) {
          me.wants = false;
          step();
          me.wants = true;
        }
      }
      function leave(me: Me, other: Me, door: Door): void { me.wants = false; }`,
    expected: ['fails', 'fails', 'fails'],
  },
  {
    name: 'two who wait for each other, and come to rest',
    text: `
      function enter(me: Me, other: Me, door: Door): void { me.wants = true; when(!other.wants); }
      function leave(me: Me, other: Me, door: Door): void { me.wants = false; }`,
    expected: ['fails', 'fails', 'fails'],
  },
];

const model = (text: string): string => `
import { atomic, assuming, eventually, fairly, leadsTo, type Lock, lock, newLock, observation, on, shared, step, unlock, when, xchg } from '@quiesce/checker/language';
interface Me { readonly name: string; wants: boolean; trying: boolean }
interface Door { readonly name: string; readonly lock: Lock; shut: boolean; first: Me }
${text}
function run(me: Me, other: Me, door: Door): void {
  while (true) {
    me.trying = true;
    enter(me, other, door);
    me.trying = false;
    leave(me, other, door);
  }
}
const isTrying = (me: Me) => me.trying;
function build() {
  const a = shared<Me>({ name: 'A', wants: false, trying: false });
  const b = shared<Me>({ name: 'B', wants: false, trying: false });
  const door = shared<Door>({ name: 'door', lock: newLock(), shut: false, first: a });
  return { a, b, processes: [
    { name: 'A', body: () => run(a, b, door) },
    { name: 'B', body: () => run(b, a, door) },
  ] };
}
const property = (fairness) => ({
  id: fairness, clause: 'all.enter', kind: 'liveness', fairness,
  monitor: ({ a, b }) => [a, b].map((me) => leadsTo(() => me.trying, () => !me.trying)),
});
const rests = {
  id: 'assumed', clause: 'all.enter', kind: 'liveness', fairness: 'weak',
  monitor: ({ a, b }) => [leadsTo(() => a.trying, () => !a.trying), assuming(() => b.trying), assuming(() => !b.trying)],
};
export const model = {
  options: { only: {} },
  scenarios: [{ id: 'two', title: 'two', sizes: {}, build }],
  properties: [property('none'), property('weak'), property('strong'), rests],
  mutants: [],
};
`;

function check(text: string, property: string): LivenessFound {
  const loaded = loadModel('model.ts', { read: (path) => (path === 'model.ts' ? model(text) : undefined) });
  if (!loaded.ok) throw new Error(loaded.diagnostics.map((one) => one.message).join('\n'));
  const subject = { kind: 'option', option: 'only', scenario: 'two' } as const;
  const compiled = compileScenario(loaded.program, subject, {}, [property]);
  if (!compiled.ok) throw new Error(compiled.diagnostics.map((one) => one.message).join('\n'));
  const found = checkLiveness(compiled.system, 0);
  // That the run is one of those that count is asserted there.
  if (found.kind === 'violated') replay(compiled.system, found.story);
  return found;
}

const fairnesses = ['none', 'weak', 'strong'] as const;

describe.each(toys)('$name', ({ text, expected }) => {
  it.each(fairnesses.map((fairness, index) => [fairness, expected[index]!] as const))(
    'under %s fairness %s',
    (fairness, verdict) => {
      expect(check(text, fairness).kind).toBe(verdict === 'fails' ? 'violated' : 'holds');
    },
  );

  it('tells the fairness that would help', () => {
    const found = check(text, 'none');
    const helps = fairnesses.find((_, index) => expected[index] === 'holds') ?? null;
    expect(found.kind === 'violated' && found.holdsUnder).toBe(helps);
  });
});

test('a run that does not come back to what is assumed does not count', () => {
  const lockOnce = toys[6]!.text;
  // Both come to rest, so the other does not go on trying and succeeding; without the assumption this is a violation.
  expect(check(lockOnce, 'weak').kind).toBe('violated');
  expect(check(lockOnce, 'assumed').kind).toBe('holds');
});

test('a run that ends is told as one, and no fairness helps', () => {
  const found = check(toys[6]!.text, 'weak');
  expect(found.kind === 'violated' && found.story.target).toEqual({
    kind: 'liveness',
    property: 0,
    loop: null,
  });
  expect(found.kind === 'violated' && found.holdsUnder).toBe(null);
});
