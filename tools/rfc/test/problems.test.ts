import { applyFixes } from '@quiesce/contract';
import { describe, expect, test } from 'vitest';
import { markedSample } from '../../contract/test/marked-sample.js';
import { checkRfc, type RfcProblemCode, rfcProblems } from '../src/index.js';

interface Case {
  /** Raises the code at the marked position, and no other code. */
  readonly raises: string;
  /** The text after the fix, where there is one; it raises nothing. */
  readonly fixed?: string;
  /** Much the same, and raises nothing. */
  readonly silent: string;
  /** Lines that the related places are on. */
  readonly related?: readonly number[];
}

/** Front matter whose lines can be replaced by key. It takes seven lines. */
function header(lines: Readonly<Record<string, string>> = {}): string {
  const all = {
    rfc: 'rfc: 1',
    title: 'title: Lamps',
    revision: 'revision: 1',
    status: 'status: draft',
    options: 'options: [relay, dimmer]',
  };
  return `---\n${Object.values({ ...all, ...lines })
    .filter((line) => line !== '')
    .join('\n')}\n---\n`;
}

const clause = (id: string, more = 'Then: it MAY glow\nWhy: x\n') =>
  `\n\`\`\`contract\nClause: ${id}\n${more}\`\`\`\n`;
const objection = (id: string, more = 'State: open\n') =>
  `\n\`\`\`objection\nObjection: ${id}\nFrom: R. Reviewer\nSays: too dark\n${more}\`\`\`\n`;
const why = (reason: string) =>
  header() + clause('lamp.dark', `Then: it MAY glow\nWhy: ${reason}\n`) + clause('lamp.light');
const block = 'Clause: a.b\nThen: it MAY glow\nWhy: x\n';

const cases: Readonly<Record<RfcProblemCode, readonly Case[]>> = {
  'rfc/byte-order-mark': [
    {
      raises: `⟦\ufeff⟧${header()}${clause('a.b')}`,
      fixed: header() + clause('a.b'),
      silent: header() + clause('a.b'),
    },
  ],
  'rfc/too-deep': [{ raises: `> a\n⟦${'>'.repeat(101)}⟧>b`, silent: `${header()}${'>'.repeat(100)}b` }],
  'rfc/no-front-matter': [
    { raises: `⟦⟧Lamps\n=====\n`, silent: `${header()}Lamps\n=====\n` },
    { raises: '⟦---⟧\nrfc: 1\n\n- -', silent: header() },
    { raises: '⟦⟧', silent: header().replaceAll('\n', '\r\n') },
  ],
  'rfc/yaml': [
    {
      raises: header({ title: 'title: ⟦Lamps: a contract⟧' }),
      silent: header({ title: 'title: "Lamps: a contract"' }),
    },
    { raises: header({ rfc: 'rfc: 1\n⟦rfc: 2⟧' }), silent: header({ rfc: 'rfc: 2' }) },
    { raises: header({ title: 'title: ⟦`a`⟧' }), silent: header({ title: 'title: "`a`"' }) },
  ],
  'rfc/yaml-alias': [
    { raises: header({ title: 'title: ⟦*lamps⟧' }), silent: header({ title: "title: '*lamps'" }) },
    {
      raises: header({ title: 'title: &a Lamps', authors: 'authors: [⟦*a⟧]' }),
      silent: header({ title: 'title: &a Lamps' }),
    },
  ],
  'rfc/front-matter-shape': [
    { raises: '---\n⟦- rfc: 1⟧\n---\n', silent: header() },
    { raises: '---\n⟦lamps⟧\n---\n', silent: header() },
    { raises: `---\n? ⟦${'? '.repeat(400)}1⟧\n---\n`, silent: header({ rfc: '? rfc\n: 1' }) },
  ],
  'rfc/front-matter-key': [
    {
      raises: header({ x: '⟦list⟧: [a@b.org]' }),
      fixed: header({ x: 'lists: [a@b.org]' }),
      silent: header({ x: 'lists: [a@b.org]' }),
    },
    { raises: header({ x: '⟦__proto__⟧: 1' }), silent: header({ x: '# __proto__: 1' }) },
    { raises: header({ x: '⟦7⟧: 1' }), silent: header({ x: 'supersedes: [7]' }) },
  ],
  'rfc/front-matter-missing': [{ raises: header({ status: '' }).replace('---', '⟦---⟧'), silent: header() }],
  'rfc/front-matter-value': [
    { raises: header({ status: 'status: ⟦final⟧' }), silent: header({ status: 'status: accepted' }) },
    { raises: header({ revision: 'revision: ⟦0⟧' }), silent: header({ revision: 'revision: 1' }) },
    { raises: header({ revision: 'revision: ⟦v2⟧' }), silent: header({ revision: 'revision: 2' }) },
    { raises: header({ title: 'title: ⟦6.10⟧' }), silent: header({ title: 'title: "6.10"' }) },
    { raises: header({ title: 'title:⟦⟧' }), silent: header({ title: 'title: x' }) },
    {
      raises: header({ options: 'options: [relay, ⟦Dim Mer⟧]' }),
      silent: header({ options: 'options:\n  - relay\n  - dim-mer' }),
    },
    { raises: header({ options: 'options: ⟦relay⟧' }), silent: header({ options: 'options: [relay]' }) },
    { raises: header({ options: 'options: ⟦[]⟧' }), silent: header({ options: 'options: [a]' }) },
    {
      raises: header({ lists: 'lists: [⟦the list⟧]' }),
      silent: header({ lists: 'lists: [a@b.org]', authors: 'authors: [A. Author]' }),
    },
    { raises: header({ x: 'supersedes: ⟦{a: 1}⟧' }), silent: header({ x: 'supersedes: [3, 4]' }) },
  ],
  'rfc/repeated-option': [
    {
      raises: header({ options: 'options: [relay, ⟦relay⟧]' }),
      silent: header({ options: 'options: [relay, relays]' }),
      related: [6],
    },
  ],
  'rfc/unknown-option': [
    {
      raises: header() + clause('a.b', 'Option: relay, ⟦dimer⟧\nThen: it MAY glow\nWhy: x\n'),
      fixed: header() + clause('a.b', 'Option: relay, dimmer\nThen: it MAY glow\nWhy: x\n'),
      silent: header() + clause('a.b', 'Option: relay, dimmer\nThen: it MAY glow\nWhy: x\n'),
      related: [6],
    },
    {
      raises: header() + clause('a.b', 'Option: ⟦candle⟧\nThen: it MAY glow\nWhy: x\n'),
      silent:
        header({ options: 'options: [candle]' }) +
        clause('a.b', 'Option: candle\nThen: it MAY glow\nWhy: x\n'),
      related: [6],
    },
  ],
  'rfc/duplicate-clause': [
    {
      raises: header() + clause('a.b') + clause('c.d') + clause('⟦a.b⟧'),
      silent: header() + clause('a.b') + clause('a.c'),
      related: [10],
    },
  ],
  'rfc/duplicate-objection': [
    {
      raises: header() + objection('cost') + objection('⟦cost⟧'),
      silent: header() + objection('cost') + clause('cost'),
      related: [10],
    },
  ],
  'rfc/unlinked-must': [
    {
      raises: header() + clause('a.b', 'Then: it ⟦MUST NOT⟧ glow\nWhy: x\n'),
      silent: header() + clause('a.b', 'Then: it MUST NOT glow\nWhy: x\nModel: lamp/dark\n'),
    },
    {
      raises: header() + clause('a.b', 'Then: it ⟦MUST⟧ glow\nWhy: x\nTest: lamp\n'),
      silent: header() + clause('a.b', 'Then: it MUST glow\nWhy: x\nUnchecked: no model of heat\n'),
    },
    {
      raises: header() + clause('a.b', 'Then: it ⟦MUST⟧ glow\nWhy: x\n'),
      silent: header() + clause('a.b', 'Then: it SHOULD glow\nWhy: x\n'),
    },
  ],
  'rfc/unknown-clause': [
    {
      raises: why('after lamp.light,\n  ⟦lamp.ligth⟧.'),
      fixed: why('after lamp.light,\n  lamp.light.'),
      silent: why('after lamp.light.'),
    },
    {
      raises: why('see ⟦lamp.zero⟧'),
      silent: why('see lamp.c, lamp.h, e.g. fs/lamp.zero, lamp.zero() or a.lamp.zero/x, kernel.org'),
    },
    {
      raises: why('see ⟦lomp.light⟧'),
      fixed: why('see lamp.light'),
      silent: why('see lump.heavy, 6.10 and i.e. that'),
    },
    {
      raises:
        header() +
        clause('a.new', 'Was: a.earlier\nThen: it MAY glow\nWhy: x\n') +
        clause('a.other', 'Then: it MAY glow\nWhy: see ⟦a.earlier⟧\n'),
      fixed:
        header() +
        clause('a.new', 'Was: a.earlier\nThen: it MAY glow\nWhy: x\n') +
        clause('a.other', 'Then: it MAY glow\nWhy: see a.new\n'),
      silent: header() + clause('a.new', 'Was: a.earlier\nThen: it MAY glow\nWhy: x\n'),
    },
    {
      raises: header() + clause('lamp.dark') + objection('cost', 'State: open\nClause: ⟦light⟧\n'),
      silent: header() + clause('lamp.dark') + objection('cost', 'State: open\nClause: lamp.dark\n'),
    },
  ],
  'rfc/was-itself': [
    {
      raises: header() + clause('a.b', 'Was: ⟦a.b⟧\nThen: it MAY glow\nWhy: x\n'),
      silent: header() + clause('a.b', 'Was: a.c\nThen: it MAY glow\nWhy: x\n'),
    },
  ],
  'rfc/misplaced-block': [
    {
      raises: `${header()}\n  ⟦\`\`\`contract⟧\n  Clause: a.b\n  Then: it MAY\n    glow\nWhy: x\n \`\`\`\n`,
      fixed: `${header()}\n\`\`\`contract\nClause: a.b\nThen: it MAY\n  glow\nWhy: x\n\`\`\`\n`,
      silent: `${header()}\n    \`\`\`contract\n    Clause: a.b\n    \`\`\`\n`,
    },
    {
      raises: `${header()}\n> ⟦\`\`\`contract⟧\n> Clause: a.b\n> \`\`\`\n`,
      silent: `${header()}\n> \`\`\`text\n> Clause: a.b\n> \`\`\`\n`,
    },
    {
      raises: `${header()}\n- x\n\n  ⟦~~~objection⟧\n  Clause: a.b\n  ~~~\n`,
      silent: `${header()}\n- x\n\n${clause('a.b')}`,
    },
    {
      raises: `${header()}\n1. ⟦\`\`\`contract⟧\n   Clause: a.b\n   \`\`\`\n`,
      silent: `${header()}\n1. \`\`\`c\n   Clause: a.b\n   \`\`\`\n`,
    },
    { raises: `${header()}\n[^1]: ⟦\`\`\`contract⟧\n    a: b\n    \`\`\`\n`, silent: header() },
  ],
  'rfc/info-string': [
    ...['contracts', 'Contract', 'contarct', '{contract}', 'contract c', 'contract:'].map((info) => ({
      raises: `${header()}\n\`\`\`⟦${info}⟧\n${block}\`\`\`\n`,
      fixed: `${header()}\n\`\`\`contract\n${block}\`\`\`\n`,
      silent: `${header()}\n\`\`\` contract \t\n${block}\`\`\`\n`,
    })),
    {
      raises: `${header()}\n> \`\`\`⟦objections⟧\n> x\n> \`\`\`\n`,
      silent: `${header()}\n\`\`\`objectivec\nx\n\`\`\`\n\n\`\`\`\n\`\`\`\n\n\`\`\`context\n\`\`\`\n`,
    },
  ],
  'rfc/unclosed-fence': [
    {
      raises: `${header()}\n⟦\`\`\`contract⟧\n${block}\nProse follows.\n`,
      fixed: `${header()}\n\`\`\`contract\n${block}\`\`\`\n\nProse follows.\n`,
      silent: `${header()}\n\`\`\`contract\n${block}\`\`\`\`  \n`,
    },
    {
      raises: `${header()}\n⟦~~~~contract⟧\nClause: a.b\nThen: it MAY glow\nWhy: x`,
      fixed: `${header()}\n~~~~contract\nClause: a.b\nThen: it MAY glow\nWhy: x\n~~~~\n`,
      silent: `${header()}\n~~~~contract\n${block}~~~~`,
    },
    {
      raises: `${header()}\n⟦\`\`\`contract⟧\n${block}\`\`\`contract\n${block.replace('a.b', 'c.d')}\`\`\`\n`,
      fixed: `${header()}\n\`\`\`contract\n${block}\`\`\`\n\`\`\`contract\n${block.replace('a.b', 'c.d')}\`\`\`\n`,
      silent: header() + clause('a.b') + clause('c.d'),
      related: [13],
    },
    {
      raises: `${header()}\n⟦\`\`\`text⟧\nsome\n\`\`\`contract\n${block}\`\`\`\n`,
      silent: `${header()}\n\`\`\`\`text\n\`\`\`contract\n\`\`\`\n\`\`\`\`\n\n~~~text\n\`\`\`contract\n~~~\n`,
      related: [11],
    },
    {
      raises: `${header()}\n> ⟦\`\`\`text⟧\n> x\n\ny`,
      silent: `${header()}\n> \`\`\`text\n> x\n> \`\`\`\ny`,
    },
    { raises: `${header()}\n⟦\`\`\`c⟧`, silent: `${header()}\n\`\`\`c\n\`\`\`` },
  ],
  'rfc/lost-heading': [
    {
      raises: `${header()}\n⟦7. Two lamps⟧\n------------\n\n${clause('a.b')}`,
      silent: `${header()}\n(7) Two lamps\n-------------\n\n7. Two lamps\n\n------------\n\n- a\n---\n`,
    },
    {
      raises: `${header()}\n⟦- Two lamps⟧\n===========\n`,
      silent: `${header()}\nTwo lamps\n=========\n\n- Two\n  lamps\n----\n`,
    },
  ],
  'rfc/open-objection': [
    {
      raises: header({ status: 'status: accepted' }) + objection('cost', 'State: ⟦open⟧\n'),
      silent: header({ status: 'status: accepted' }) + objection('cost', 'State: withdrawn\n'),
      related: [5],
    },
    {
      raises: header({ status: 'status: accepted' }) + objection('cost', 'State: ⟦open⟧\n'),
      silent: header({ status: 'status: review' }) + objection('cost'),
      related: [5],
    },
  ],
};

const rows = Object.entries(cases).flatMap(([code, list]) =>
  list.map((one, index) => ({ code, index, ...one })),
);
const findingsIn = (text: string) => checkRfc('sample.md', text).diagnostics;

describe('each code', () => {
  test('has a sample', () => {
    expect(Object.keys(cases)).toEqual(Object.keys(rfcProblems));
    expect(Object.values(cases).every((list) => list.length > 0)).toBe(true);
  });

  test.each(rows)('$code is raised by sample $index, at its mark', ({ code, raises, related = [] }) => {
    const { source, marked } = markedSample(raises);
    const findings = findingsIn(source.text);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(findings[0]!.place).toMatchObject(marked);
    expect((findings[0]!.related ?? []).map(({ place }) => place.line)).toEqual(related);
  });

  test.each(rows)('$code is not raised by what is beside sample $index', ({ silent }) => {
    expect(findingsIn(silent)).toEqual([]);
  });

  test.each(rows)('$code: what the fix of sample $index leaves is right', ({ raises, fixed }) => {
    const { source } = markedSample(raises);
    const result = applyFixes(source.text, findingsIn(source.text));
    expect(result.applied === 0 ? undefined : result.text).toBe(fixed);
    if (fixed !== undefined) expect(findingsIn(fixed)).toEqual([]);
  });
});
