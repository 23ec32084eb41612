/** A report with every kind of verdict and finding in it, made by the same functions as a real one. */
import type { SignalKind } from '@quiesce/checker';
import {
  buildReport,
  type CheckReport,
  judge,
  type LinkedClause,
  linkPromises,
  type StoryResult,
  storyName,
  wantedStories,
} from '../../src/index.js';
import { clauseOf, documentOf, exploredOf, modelOf, propertyOf, somewhere } from '../samples.js';

type Signals = Readonly<Record<string, readonly SignalKind[]>>;

const names = ['dark', 'cool', 'soft', 'late', 'idle', 'cold', 'safe'] as const;
const may = ['soft', 'late'];
const always = ['soft', 'late', 'cool', 'safe'];

function bodyOf(name: (typeof names)[number]): string {
  const keyword = may.includes(name) ? 'MAY' : name === 'cool' ? 'SHOULD' : 'MUST';
  return [
    `Clause: lamp.${name}-and-a-rather-long-name-behind-it`,
    ...(name === 'dark' ? ['Option: relay'] : []),
    ...(always.includes(name) ? [] : ['When: it is off & <cold>']),
    `Then: the lamp ${keyword} be "${name}"`,
    'Why: safety',
    `Model: lamp/${name}`,
    ...(name === 'cold' ? ['Model: lamp/cold @lkmm'] : []),
  ].join('\n');
}

const clauses = [
  ...names.map((name) => clauseOf(bodyOf(name))),
  clauseOf('Clause: lamp.price\nThen: it MUST be cheap\nWhy: money\nUnchecked: the model has no money'),
];
const properties = names.map((name) =>
  propertyOf(
    `lamp/${name}`,
    `lamp.${name}-and-a-rather-long-name-behind-it`,
    may.includes(name) ? 'sometimes' : 'always',
  ),
);
const night = { id: 'night', title: 'night', sizes: {}, memory: null };
const mutants = ['M1', 'M2', 'M3', 'M4'].map((id) => ({
  id,
  title: `bug ${id}`,
  source: 'seen in a cellar',
  of: 'relay',
  caughtBy: 'lamp/dark',
  memory: null,
  scenario: night,
}));
const unmodelled = [
  { id: 'M5', title: 'bug M5', source: 'seen in a barn', why: 'the model has no barn', needs: null },
  { id: 'M6', title: 'bug M6', source: 'seen at night', why: 'it needs a reordered store', needs: 'lkmm' },
];
const model = modelOf({ properties, mutants, unmodelled });

const relay: Signals = {
  'lamp/dark': ['applies', 'violated'],
  'lamp/cool': ['violated'],
  'lamp/soft': ['witnessed', 'declined'],
  'lamp/late': ['declined'],
  'lamp/cold': ['applies'],
};
const dimmer: Signals = { ...relay, 'lamp/dark': ['applies', 'violated'], 'lamp/late': ['witnessed'] };

export function sampleReport(): CheckReport {
  const document = documentOf(clauses, model.options);
  const linked = linkPromises([document], model, 'lamp.ts');
  const evidence = [
    exploredOf({
      signals: relay,
      states: 1234567,
      lines: [{ file: 'lamp.ts', line: 3, functions: ['glow'], taken: false }],
    }),
    exploredOf({
      option: 'dimmer',
      signals: dimmer,
      deadlocks: 1,
      failures: [{ process: 0, edge: 3, message: 'value 4 is outside Int<0, 3>', place: somewhere }],
    }),
    exploredOf({ option: 'dimmer', scenario: 'day', stoppedBy: 'states', signals: {} }),
    exploredOf({ mutant: 'M1', scenario: 'yard', signals: { 'lamp/dark': ['violated'] } }),
    exploredOf({ mutant: 'M2', signals: { 'lamp/cold': ['violated'] } }),
    exploredOf({ mutant: 'M3', stoppedBy: 'memory' }),
    exploredOf({ mutant: 'M4', signals: { 'lamp/dark': ['violated'] } }),
  ];
  const judgement = judge({ model, clauses: linked.clauses, options: model.options, evidence, whole: true });
  const stories = new Map(
    wantedStories(judgement, 'all').map((one) => [storyName(one), story(storyName(one))]),
  );
  return buildReport({
    documents: [document],
    model: 'lamp.ts',
    selection: [],
    rest: null,
    judgement,
    stories,
    diagnostics: linked.diagnostics,
  });
}

function story(name: string): StoryResult {
  return {
    kind: 'story',
    switches: 1,
    steps: 2,
    fewest: !name.includes('failure'),
    table: `  P0          P1\n  lamp = on\n              read lamp == on\n\n  Story:     ${name}\n`,
    trace: '{}\n',
  };
}

/** A report of one clause that holds, and that the other option breaks or not. */
export function cleanReport(breaks: SignalKind = 'violated'): CheckReport {
  const linked: readonly LinkedClause[] = linkPromises(
    [documentOf([clauses[0]!], model.options)],
    modelOf({ properties: [properties[0]!] }),
    'lamp.ts',
  ).clauses;
  const evidence = [
    exploredOf({ signals: { 'lamp/dark': ['applies'] } }),
    exploredOf({ option: 'dimmer', signals: { 'lamp/dark': [breaks] } }),
  ];
  const judgement = judge({
    model: modelOf({ properties }),
    clauses: linked,
    options: model.options,
    evidence,
    whole: true,
  });
  return buildReport({
    documents: [documentOf([clauses[0]!], model.options)],
    model: 'lamp.ts',
    selection: ['clause lamp.dark'],
    rest: null,
    judgement,
    stories: new Map(),
    diagnostics: [],
  });
}
