/** RFCs for comparisons: written from the contents of their clauses, and read like any other. */
import { type ClauseContent, type ClauseId, type Keyword, keywords, printClause } from '@quiesce/contract';
import fc from 'fast-check';
import { parseRfc, type Rfc } from '../../src/index.js';

export const declared = ['relay', 'dimmer', 'bulb'] as const;

/** A clause with only what it cannot do without. */
export function clauseOf(id: ClauseId, more: Partial<ClauseContent> = {}): ClauseContent {
  const keyword = more.keyword ?? 'MUST';
  const base = { id, was: [], keyword, guarantee: `the lamp ${keyword} be dark`, why: 'The owner opens it.' };
  return { ...base, models: [], code: [], tests: [], benches: [], threads: [], ...more };
}

/** `prose`: Markdown between the heading and the clauses. */
export function rfcOf(
  clauses: readonly ClauseContent[],
  {
    options = declared,
    prose = '',
    rest = '',
  }: { options?: readonly string[]; prose?: string; rest?: string } = {},
): Rfc {
  const head = `---\nrfc: 1\ntitle: Lamps\nrevision: 1\nstatus: draft\noptions: [${options.join(', ')}]\n---\n`;
  const text = [head, 'Lamps\n=====\n', prose, ...clauses.map(printClause), rest].join('\n');
  return parseRfc('rfc/0001-lamps.md', text).rfc;
}

const words = fc
  .array(fc.constantFrom('dark', 'cold', 'the', 'lamp', 'is', 'off', 'after', 'return', 'a'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => list.join(' '));

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Contents of clauses with few words and few names, so that two of them often have something in common. */
export const anyClause: fc.Arbitrary<ClauseContent> = fc
  .record({
    id: fc.constantFrom('lamp.dark', 'lamp.cold', 'lamp.off', 'lamp.done'),
    was: fc.subarray(['lamp.old', 'lamp.dark', 'lamp.cold']),
    options: optional(fc.subarray([...declared, 'candle'], { minLength: 1 })),
    scope: optional(words),
    when: optional(words),
    unless: optional(words),
    keyword: fc.constantFrom<Keyword>(...keywords),
    end: words,
    why: words,
    models: fc.subarray([{ property: 'lamp/dark' }, { property: 'lamp/cold', memoryModel: 'tso' }]),
    unchecked: optional(words),
    tests: fc.subarray(['lamp/one', 'lamp/two']),
  })
  .map(({ end, options, scope, when, unless, unchecked, was, ...rest }) => ({
    ...clauseOf(rest.id),
    ...rest,
    was: was.filter((id) => id !== rest.id),
    guarantee: `it ${rest.keyword} be ${end}`,
    ...(options === undefined ? {} : { options }),
    ...(scope === undefined ? {} : { scope }),
    ...(when === undefined ? {} : { when }),
    ...(unless === undefined ? {} : { unless }),
    ...(unchecked === undefined ? {} : { unchecked }),
  }));

export const anyRfc: fc.Arbitrary<Rfc> = fc
  .tuple(
    fc.uniqueArray(anyClause, { maxLength: 4, selector: ({ id }) => id }),
    fc.subarray([...declared], { minLength: 1 }),
    fc.subarray(['One paragraph.\n', 'Another one, which is longer.\n', 'Third\n=====\n', 'Last words.\n']),
  )
  .map(([clauses, options, prose]) => rfcOf(clauses, { options, prose: prose.join('\n') }));
