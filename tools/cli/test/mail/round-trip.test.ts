import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { ToolError } from '@quiesce/contract';
import { describe, expect, test } from 'vitest';
import { gitOf } from '../../src/git.js';
import { roundTrip } from '../../src/mail/round-trip.js';
import type { World } from '../../src/world.js';
import { worldIn } from '../console-file.js';

const world = worldIn(tmpdir(), [], []);

describe('the round trip through git', () => {
  test('gives a text back as it is', async () => {
    expect(await roundTrip('Grüße\n\n  ---\n\n日本語 = x\n', world)).toEqual({ kind: 'same' });
  });

  test('names the first line that git has lost', async () => {
    expect(await roundTrip('one\n---\ntwo\n', world)).toEqual({
      kind: 'differs',
      how: '8bit, --no-scissors',
      difference: { line: 2, sent: '---', received: '' },
    });
    expect(await roundTrip('one\n-- >8 --\ntwo\n', world)).toMatchObject({
      kind: 'differs',
      how: '8bit, --scissors',
      difference: { line: 1, sent: 'one', received: 'two' },
    });
  });

  test('is not tried where there is no git', async () => {
    const without: World = { ...world, git: gitOf({ PATH: '/nowhere' }) };
    expect(await roundTrip('one\n', without)).toEqual({ kind: 'not-tried' });
  });

  test('says what git said, and leaves nothing behind', async () => {
    let folder = '';
    const git: World['git'] = async (where) => {
      folder = where;
      return { status: 129, bytes: Buffer.from(''), talk: 'unknown option\n' };
    };
    const failing = roundTrip('one\n', { ...world, git });
    await expect(failing).rejects.toThrow(ToolError);
    await expect(failing).rejects.toThrow('Cannot try the mail with git mailinfo: unknown option');
    expect(folder).not.toBe('');
    expect(existsSync(folder)).toBe(false);
  });
});
