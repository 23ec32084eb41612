/** The classic shapes with their known answers under sequential consistency and under total store order. */
import { expect, test } from 'vitest';
import { litmus, type Outcome, outcomesOf, underTso } from './outcomes.js';

interface Row {
  readonly name: string;
  readonly threads: readonly string[];
  /** Words and registers of the outcome in question. */
  readonly outcome: string;
  readonly sc: boolean;
  readonly tso: boolean;
}

const store = (first: string, between: string, second: string): string => `${first}\n${between}\n${second}`;
const sb = (between: string, other = between): readonly string[] => [
  store('m.x = 1;', between, 'r.a = m.y;'),
  store('m.y = 1;', other, 'r.a = m.x;'),
];
const both0 = 'r0.a=0 r1.a=0';

const rows: readonly Row[] = [
  { name: 'SB', threads: sb(''), outcome: both0, sc: false, tso: true },
  { name: 'SB with full fences', threads: sb('smp_mb();'), outcome: both0, sc: false, tso: false },
  { name: 'SB with one full fence', threads: sb('smp_mb();', ''), outcome: both0, sc: false, tso: true },
  { name: 'SB with smp_wmb', threads: sb('smp_wmb();'), outcome: both0, sc: false, tso: true },
  { name: 'SB with smp_rmb', threads: sb('smp_rmb();'), outcome: both0, sc: false, tso: true },
  {
    name: 'SB with release and acquire',
    threads: ['m.x = release(1);\nr.a = acquire(m.y);', 'm.y = release(1);\nr.a = acquire(m.x);'],
    outcome: both0,
    sc: false,
    tso: true,
  },
  {
    name: 'SB with plain accesses',
    threads: ['m.x = plain(1);\nr.a = plain(m.y);', 'm.y = plain(1);\nr.a = plain(m.x);'],
    outcome: both0,
    sc: false,
    tso: true,
  },
  { name: 'SB with xchg', threads: sb(`xchg(m, 'z', 1);`), outcome: both0, sc: false, tso: false },
  {
    name: 'SB with a cmpxchg that fails',
    threads: sb(`cmpxchg(m, 'z', 2, 1);`),
    outcome: both0,
    sc: false,
    tso: false,
  },
  {
    name: 'SB with a lock between',
    threads: sb('lock(l);\nunlock(l);'),
    outcome: both0,
    sc: false,
    tso: false,
  },
  {
    name: 'SB with an unlock between',
    threads: ['lock(l);\nm.x = 1;\nunlock(l);\nr.a = m.y;', 'lock(k);\nm.y = 1;\nunlock(k);\nr.a = m.x;'],
    outcome: both0,
    sc: false,
    tso: true,
  },
  {
    name: 'SB in critical sections of one lock',
    threads: ['lock(l);\nm.x = 1;\nr.a = m.y;\nunlock(l);', 'lock(l);\nm.y = 1;\nr.a = m.x;\nunlock(l);'],
    outcome: both0,
    sc: false,
    tso: false,
  },
  {
    name: 'SB with a fence on the other processor',
    threads: sb('', `smp_mb_on('T0');`),
    outcome: both0,
    sc: false,
    tso: false,
  },
  {
    name: 'SB with an atomic that writes',
    threads: ['atomic(() => { m.x = 1; });\nr.a = m.y;', 'atomic(() => { m.y = 1; });\nr.a = m.x;'],
    outcome: both0,
    sc: false,
    tso: false,
  },
  {
    name: 'SB with an atomic that reads',
    threads: ['m.x = 1;\nr.a = atomic(() => m.y);', 'm.y = 1;\nr.a = atomic(() => m.x);'],
    outcome: both0,
    sc: false,
    tso: true,
  },
  {
    name: 'MP',
    threads: ['m.x = 1;\nm.y = 1;', 'r.a = m.y;\nr.b = m.x;'],
    outcome: 'r1.a=1 r1.b=0',
    sc: false,
    tso: false,
  },
  {
    name: 'MP with when',
    threads: ['m.x = 1;\nm.y = 1;', 'when(m.y === 1);\nr.b = m.x;'],
    outcome: 'r1.b=0',
    sc: false,
    tso: false,
  },
  {
    name: 'LB',
    threads: ['r.a = m.x;\nm.y = 1;', 'r.a = m.y;\nm.x = 1;'],
    outcome: 'r0.a=1 r1.a=1',
    sc: false,
    tso: false,
  },
  {
    name: 'S',
    threads: ['m.x = 2;\nm.y = 1;', 'r.a = m.y;\nm.x = 1;'],
    outcome: 'r1.a=1 x=2',
    sc: false,
    tso: false,
  },
  {
    name: 'R',
    threads: ['m.x = 1;\nm.y = 1;', 'm.y = 2;\nr.a = m.x;'],
    outcome: 'r1.a=0 y=2',
    sc: false,
    tso: true,
  },
  {
    name: 'R with a fence',
    threads: ['m.x = 1;\nm.y = 1;', 'm.y = 2;\nsmp_mb();\nr.a = m.x;'],
    outcome: 'r1.a=0 y=2',
    sc: false,
    tso: false,
  },
  {
    name: '2+2W',
    threads: ['m.x = 1;\nm.y = 2;', 'm.y = 1;\nm.x = 2;'],
    outcome: 'x=1 y=1',
    sc: false,
    tso: false,
  },
  {
    name: 'IRIW',
    threads: ['m.x = 1;', 'm.y = 1;', 'r.a = m.x;\nr.b = m.y;', 'r.a = m.y;\nr.b = m.x;'],
    outcome: 'r2.a=1 r2.b=0 r3.a=1 r3.b=0',
    sc: false,
    tso: false,
  },
  {
    name: 'WRC',
    threads: ['m.x = 1;', 'r.a = m.x;\nm.y = 1;', 'r.a = m.y;\nr.b = m.x;'],
    outcome: 'r1.a=1 r2.a=1 r2.b=0',
    sc: false,
    tso: false,
  },
  {
    name: 'n6: a store that only its own process sees',
    threads: ['m.x = 1;\nr.a = m.x;\nr.b = m.y;', 'm.y = 1;\nm.x = 2;'],
    outcome: 'r0.a=1 r0.b=0 x=1',
    sc: false,
    tso: true,
  },
  {
    name: 'n5: two stores to one word in two orders',
    threads: ['m.x = 1;\nr.a = m.x;', 'm.x = 2;\nr.a = m.x;'],
    outcome: 'r0.a=2 r1.a=1',
    sc: false,
    tso: false,
  },
  {
    name: 'a process misses its own store',
    threads: ['m.x = 1;\nr.a = m.x;', 'm.x = 2;'],
    outcome: 'r0.a=0',
    sc: false,
    tso: false,
  },
];

/** Whether the outcome, and anything else, comes out of some run. */
function happens(outcomes: ReadonlySet<Outcome>, wanted: string): boolean {
  return [...outcomes].some((outcome) => wanted.split(' ').every((one) => outcome.split(' ').includes(one)));
}

test.each(rows)('$name', ({ threads, outcome, sc, tso }) => {
  const system = litmus(...threads);
  const strong = outcomesOf(system);
  const weak = outcomesOf(underTso(system));
  expect({ sc: happens(strong, outcome), tso: happens(weak, outcome) }).toEqual({ sc, tso });
  expect([...strong].filter((one) => !weak.has(one))).toEqual([]);
  expect(weak.has('deadlock')).toBe(false);
});

test('a fence that is taken out orders nothing', () => {
  const system = litmus(...sb('smp_mb();'));
  const without = underTso(system, { isRemoved: ({ action }) => action.kind === 'fence' });
  expect(happens(outcomesOf(without), both0)).toBe(true);
});
