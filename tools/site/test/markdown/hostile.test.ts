import { parseRfc } from '@quiesce/rfc';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSite } from '../../src/index.js';
import { parsedPage, textOf } from '../parsed-page.js';
import { hostileRfc, hostileSamples } from './hostile-samples.js';

const allowed = new Set([
  ...[
    'html',
    'head',
    'meta',
    'title',
    'link',
    'script',
    'body',
    'header',
    'nav',
    'main',
    'article',
    'footer',
    'figure',
    'figcaption',
  ],
  ...[
    'label',
    'input',
    'a',
    'abbr',
    'b',
    'blockquote',
    'br',
    'cite',
    'code',
    'dd',
    'del',
    'details',
    'dfn',
    'div',
    'dl',
    'dt',
  ],
  ...[
    'em',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'i',
    'ins',
    'kbd',
    'li',
    'mark',
    'ol',
    'p',
    'pre',
    'q',
    'rp',
    'rt',
    'ruby',
  ],
  ...[
    's',
    'samp',
    'section',
    'small',
    'span',
    'strong',
    'sub',
    'summary',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
  ],
  ...['time', 'tr', 'u', 'ul', 'var', 'wbr'],
]);

function pageOf(text: string) {
  const { rfc } = parseRfc('rfc/0001-hostile.md', text);
  const input = { checks: [], links: [], differences: [], costs: null, mails: new Map() };
  const page = renderSite({ rfcs: [rfc], ...input }).find(({ path }) => path === '0001-hostile/index.html');
  return parsedPage(page!.text);
}

/** What may be said of a page whatever stands in its RFC. */
function expectHarmless({ elements }: ReturnType<typeof parsedPage>): void {
  const names = elements.map(({ tagName }) => tagName);
  expect(names.filter((name) => !allowed.has(name))).toEqual([]);
  const head = ['html', 'head', 'body', 'main', 'title', 'link', 'script'];
  for (const name of head)
    expect(
      names.filter((one) => one === name),
      name,
    ).toHaveLength(1);
  expect(elements.filter(({ tagName }) => tagName === 'meta')).toHaveLength(5);
  for (const { tagName, properties } of elements) {
    const keys = Object.keys(properties);
    expect(
      keys.filter((key) =>
        /^on|^style$|^src(?:set|doc)$|^target$|^ping$|^background$|^formaction$|^accesskey$/i.test(key),
      ),
    ).toEqual([]);
    if ('src' in properties) expect(`${tagName} ${properties['src']}`).toBe('script ../site.js');
    if (tagName === 'a' && 'href' in properties)
      expect(properties['href']).toMatch(/^(?:https?:|mailto:|#|(?:\.\.\/)*[\w-]+(?:\/[\w.-]+)*\.html)/);
  }
  const ids = elements.flatMap(({ properties }) =>
    properties['id'] === undefined ? [] : [properties['id']],
  );
  expect(new Set(ids).size).toBe(ids.length);
}

/** HTML that Markdown itself ends only at its closing tag: what follows is no text of the RFC, here as on GitHub. */
const takenByMarkdown = new Set(['script, never closed', 'textarea']);

describe('hostile Markdown', () => {
  it.each(Object.entries(hostileSamples))('%s', (name, sample) => {
    const page = pageOf(hostileRfc(sample));
    expectHarmless(page);
    const { elements } = page;
    const prose = elements.find(({ properties }) => String(properties['className']) === 'prose')!;
    const top = prose.children.flatMap((child) => (child.type === 'element' ? [child] : []));
    const cards = top
      .filter(({ tagName }) => tagName === 'article')
      .map(({ properties }) => properties['id']);
    if (takenByMarkdown.has(name)) {
      expect(cards).toEqual(['clause.lamp.first']);
      return;
    }
    expect(cards).toEqual(['clause.lamp.first', 'clause.lamp.last']);
    const paragraphs = top.filter(({ tagName }) => tagName === 'p').map(textOf);
    expect(paragraphs.at(0)).toBe('Before.');
    expect(paragraphs.at(-1)).toBe('After.');
    expect(
      elements.filter(({ properties }) => String(properties['className']).startsWith('verdict good')),
    ).toEqual([]);
  });

  it('whatever the pieces', () => {
    const piece = fc.oneof(
      fc.constantFrom(...Object.values(hostileSamples).filter(({ length }) => length < 200)),
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '\n\n',
        '    ',
        '> ',
        '- ',
        '```',
        '<!--',
        '-->',
        '&#',
        '</',
        '<p>',
        '[x](',
        '![',
        '\u0000',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        expectHarmless(pageOf(hostileRfc(pieces.join(''))));
      }),
      { numRuns: 40 },
    );
  });
});
