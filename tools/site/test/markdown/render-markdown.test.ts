import { describe, expect, it } from 'vitest';
import { html, htmlText } from '../../src/html.js';
import { renderMarkdown } from '../../src/markdown/render-markdown.js';
import { publishedRfcs } from '../../src/published-rfc.js';
import { lampRfc } from '../sample-site.js';

const head = '---\nrfc: 1\ntitle: Lamps\nrevision: 1\nstatus: draft\noptions: [relay]\n---\n\n';

function rendered(text: string): string {
  const none = { checks: [], links: [], differences: [], costs: null, mails: new Map() };
  const [rfc] = publishedRfcs({ rfcs: [lampRfc(head + text)], ...none });
  return htmlText(
    renderMarkdown(rfc!, {
      block: ({ kind, id }) => html`<article>${kind} ${id?.value}</article>`,
      heading: ({ level, slug }, words) => html`<h2>${level} ${slug} ${words}</h2>`,
      ofClause: (id) => (id === 'lamp.dark' ? '#clause.lamp.dark' : undefined),
      ofLink: (href) => (href === 'other.md' ? '../other/index.html' : undefined),
    }),
  ).trim();
}

describe('the text of an RFC', () => {
  it.each([
    ['a paragraph', 'one *two*', '<p>one <em>two</em></p>'],
    [
      'the id of a clause',
      'see lamp.dark',
      '<p>see <a href="#clause.lamp.dark" class="clause-link">lamp.dark</a></p>',
    ],
    [
      'the id of a clause in code',
      '`lamp.dark`',
      '<p><code><a href="#clause.lamp.dark" class="clause-link">lamp.dark</a></code></p>',
    ],
    [
      'the id of a clause in a link',
      '[lamp.dark](other.md)',
      '<p><a href="../other/index.html">lamp.dark</a></p>',
    ],
    ['a link to an RFC', '[x](other.md)', '<p><a href="../other/index.html">x</a></p>'],
    ['a link to nothing here', '[x](../patches/0001.patch)', '<p>x</p>'],
    [
      'a link to elsewhere',
      '[x](https://example.org/)',
      '<p><a href="https://example.org/" rel="noreferrer">x</a></p>',
    ],
    [
      'a link to its own anchor',
      '<b id="x">y</b> [z](#x)',
      '<p><b id="user-content-x">y</b> <a href="#user-content-x">z</a></p>',
    ],
    [
      'an image',
      '![a plan](https://example.org/p.png)',
      '<p><a href="https://example.org/p.png" rel="noreferrer">[a plan]</a></p>',
    ],
    ['an image beside the RFC', '![a plan](plan.png)', '<p>[a plan]</p>'],
    [
      'an image in a link',
      '[![a](https://example.org/p.png)](https://example.org/)',
      '<p><a href="https://example.org/" rel="noreferrer">[a]</a></p>',
    ],
    [
      'a list of tasks',
      '- [x] a',
      '<ul class="contains-task-list">\n<li class="task-list-item"><span role="img" aria-label="done">☑</span> a</li>\n</ul>',
    ],
    [
      'a heading in a quote',
      '> # a',
      '<blockquote>\n<p class="inner-heading"><strong>a</strong></p>\n</blockquote>',
    ],
    ['narrow code', '    a', '<pre><code>a\n</code></pre>'],
    ['a section', 'A & b\n-----', '<h2>2 a--b A &#x26; b</h2>'],
    ['the title again', 'Lamps\n=====', ''],
    ['a block', '```contract\nClause: lamp.dark\n```', '<article>contract lamp.dark</article>'],
    [
      'a block in a quote',
      '> ```contract\n> Clause: lamp.dark\n> ```',
      '<blockquote>\n<pre><code class="language-contract">Clause: lamp.dark\n</code></pre>\n</blockquote>',
    ],
    ['what looks like a card', '<article class="clause">x</article>', 'x'],
  ])('%s', (_, text, expected) => {
    expect(rendered(text)).toBe(expected);
  });

  it('reaches its footnotes, and back', () => {
    const text = rendered('a[^n]\n\n[^n]: told');
    expect(text).toContain(
      '<a id="user-content-fnref-n" data-footnote-ref="" aria-describedby="user-content-footnote-label" href="#user-content-fn-n">',
    );
    expect(text).toContain('<li id="user-content-fn-n">');
    expect(text).toContain('href="#user-content-fnref-n"');
  });

  it('lets wide code and tables scroll in a box that the keyboard reaches', () => {
    expect(rendered(`    ${'a'.repeat(60)}`)).toMatch(/^<pre tabindex="0" role="group" aria-label="Code">/);
    expect(rendered('| a |\n| - |')).toMatch(
      /^<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>/,
    );
  });
});
