/** Samples of what can be wrong before any rule is asked. */

import type { readingProblems } from '../src/problems.js';
import { clause, header, type Samples } from './sample.js';

export const samples: Samples<keyof typeof readingProblems> = {
  'rfc/byte-order-mark': [
    {
      raises: `⟦\ufeff⟧${header()}${clause('a.b')}`,
      fixed: header() + clause('a.b'),
      silent: header() + clause('a.b'),
    },
  ],
  'rfc/not-utf8': [
    { raises: `${header()}A ⟦\ufffd⟧rger.\n`, silent: `${header()}Ärger.\n` },
    { raises: `${header()}A ⟦\ufffd\ufffd⟧\n\ufffd`, silent: header() },
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
    {
      raises: header({ revision: 'revision: ⟦3000000⟧' }),
      silent: header({ revision: 'revision: 9999' }),
    },
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
};
