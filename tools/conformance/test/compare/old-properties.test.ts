import { compileScenario } from '@quiesce/checker';
import { describe, expect, it } from 'vitest';
import { type OldProperty, withOldProperties } from '../../src/index.js';
import { edited, type Files, lampFiles, lampModel } from './lamp-model.js';

function oldOf(id: string, before: Files, after: Files = {}) {
  const model = withOldProperties(lampModel(before), lampModel(after), [id], 'v1');
  return { model, old: model.properties.get(id) };
}

const ownDark =
  "export const dark = { id: 'lamp/dark', clause: 'lamp.dark', kind: 'always', monitor: () => [] };";
/** Uses an observation that the model of today does not have. */
const dimming = {
  'src/properties/dark.ts': lampFiles['src/properties/dark.ts']!.replace(
    'import { looks }',
    'import { dims, looks }',
  ).replace('[remembered(memory),', '[remembered(memory), on(dims, () => violated()),'),
};
const milder = edited('src/properties/dark.ts', 'memory.dark && lit', 'memory.dark');

describe('an earlier property', () => {
  it.each<[string, Files, Files, OldProperty | object]>([
    ['is the same where no file of it has changed', {}, {}, { kind: 'same' }],
    [
      'is the same where only the model has changed',
      edited('src/index.ts', 'one reader', 'a reader'),
      {},
      { kind: 'same' },
    ],
    [
      'is the same in another layout and with other comments',
      edited('src/properties/dark.ts', 'const memory', '// Off?\n\n  const  memory'),
      {},
      { kind: 'same' },
    ],
    [
      'is the same where a helper has changed that it does not use',
      edited('src/watch.ts', 'export const', 'export const two = 2;\nexport const'),
      {},
      { kind: 'same' },
    ],
    [
      'stands beside where a cell of it has changed',
      edited('src/watch.ts', 'dark: boolean', 'dark: true | false'),
      {},
      { kind: 'beside', id: 'lamp/dark (v1)' },
    ],
    ['stands beside where its text has changed', milder, {}, { kind: 'beside', id: 'lamp/dark (v1)' }],
    [
      'stands beside where a helper of it has changed',
      edited('src/watch.ts', 'memory.dark = true', 'memory.dark = false'),
      {},
      { kind: 'beside', id: 'lamp/dark (v1)' },
    ],
    [
      'brings along a helper that is gone',
      {
        ...edited('src/properties/dark.ts', '../watch.js', '../old-watch.js'),
        'src/old-watch.ts': lampFiles['src/watch.ts']!,
      },
      {},
      { kind: 'beside', id: 'lamp/dark (v1)' },
    ],
    [
      'is lost where it needs what the model does not have any more',
      {
        ...edited('src/lamp.ts', "('looks')", "('looks');\nexport const dims = observation<[]>('dims')"),
        ...dimming,
      },
      {},
      {
        kind: 'lost',
        reason: expect.stringMatching(/does not fit .*dims.*\(src\/properties\/dark\.ts:2\)$/),
      },
    ],
    [
      'is lost where it stands in a file that the model itself needs',
      {
        ...edited('src/lamp.ts', "('looks')", `('looks');\n${ownDark}`),
        ...edited('src/index.ts', './properties/dark.js', './lamp.js'),
      },
      {},
      { kind: 'lost', reason: expect.stringContaining('give it a file of its own') },
    ],
    [
      'is lost where it is no exported constant',
      edited('src/index.ts', 'properties: [dark,', 'properties: [{ ...dark },'),
      {},
      { kind: 'lost', reason: expect.stringContaining('no exported constant') },
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(oldOf('lamp/dark', before, after).old).toEqual(expected);
  });
});

it('watches as it was, beside the one that it has become', () => {
  const { model } = oldOf('lamp/dark', edited('src/watch.ts', 'memory.dark = true', 'memory.dark = false'));
  expect(model.description.properties.map(({ id }) => id)).toEqual([
    'lamp/dark',
    'lamp/blind',
    'lamp/seen',
    'lamp/dark (v1)',
  ]);
  expect(model.files.map(({ path }) => path)).toContain('src/watch.old.ts');
  const subject = { kind: 'option', option: 'hasty', scenario: 'evening' } as const;
  const compiled = compileScenario(model.program, subject, {}, ['lamp/dark', 'lamp/dark (v1)']);
  expect(compiled).toMatchObject({ ok: true });
});

it('one that does not fit takes no other with it', () => {
  const before = lampModel({
    ...edited('src/lamp.ts', "('looks')", "('looks');\nexport const dims = observation<[]>('dims')"),
    ...dimming,
    ...edited('src/properties/blind.ts', 'if (lit)', 'if (!lit)'),
  });
  const model = withOldProperties(before, lampModel(), ['lamp/dark', 'lamp/blind'], 'v1');
  expect([...model.properties.values()].map(({ kind }) => kind)).toEqual(['lost', 'beside']);
});
