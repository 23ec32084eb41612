import { describe, expect, it } from 'vitest';
import { explore } from '../../src/index.js';
import { systemOf } from './sample.js';

/** Two processes over one counter with far more values than are ever written. */
const model = (first: string, second: string): string => `
import { applies, choose, type Int, shared, step, when, type World } from '@quiesce/checker/language';
interface Box { readonly name: string; count: Int<0, 1000>; flag: boolean }
export function world(): World {
  const box = shared<Box>({ name: 'box', count: 7, flag: false });
  return { processes: [{ name: 'P', body: () => one(box) }, { name: 'Q', body: () => two(box) }] };
}
function one(box: Box): void {
${first}
}
function two(box: Box): void {
${second}
}
`;

/** The values of `box.count` that each step of each process can tell apart. */
function casesOf(text: string): string[] {
  const system = systemOf(text);
  return system.processes.flatMap((process) =>
    process.points.flatMap((point) =>
      point.step?.kind === 'test'
        ? [`${process.name}: ${point.step.branches.map((branch) => branch.values.join(',')).join(' | ')}`]
        : [],
    ),
  );
}

describe('a read is a case for each value that can be there', () => {
  it('the initial one alone, if nobody writes', () => {
    expect(casesOf(model('  if (box.count === 8) box.flag = true;', '  step();'))).toEqual([]);
  });

  it('those that another process writes, wherever it stands', () => {
    const text = model('  if (box.count > 7) box.flag = true;', '  box.count = choose(8, 9);');
    expect(casesOf(text)).toEqual(['P: 7 | 8,9']);
  });

  it('those that follow from what is read, to a fixpoint', () => {
    const text = model(
      '  const count = box.count;\n  if (count < 10) box.count = count + 1;',
      '  const count = box.count;\n  if (count < 12) box.count = count + 2;',
    );
    expect(casesOf(text)).toEqual(['P: 7 | 8 | 9 | 10,11,12,13', 'Q: 7 | 8 | 9 | 10 | 11 | 12,13']);
  });

  it('all that the type allows, if it is a counter', () => {
    const text = model('  while (true) box.count = (box.count + 1) % 1000;', '  when(box.count === 900);');
    expect(casesOf(text)).toContain('Q: 900');
    expect(explore(systemOf(text), { engine: 'javascript' })).toMatchObject({ complete: true, failures: [] });
  });
});
