import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { processWords, setupWords, verdictWords } from '../../src/language/words.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('README.md', () => {
  it('shows the complete model as it is', () => {
    const [, block] = /```ts\n([\s\S]*?)```/.exec(read('README.md')) ?? [];
    expect(block).toBe(read('models/handover.ts'));
  });

  it('explains every word', () => {
    const text = read('README.md');
    const unexplained = [...setupWords, ...processWords, ...verdictWords].filter(
      (word) => !text.includes(`${word}(`) && !text.includes(`\`${word}<`) && !text.includes(`${word}<`),
    );
    expect(unexplained).toEqual([]);
  });
});
