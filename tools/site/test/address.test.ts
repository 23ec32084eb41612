import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor, decoded, hrefTo } from '../src/address.js';

describe('hrefTo', () => {
  it.each([
    ['index.html', 'a/index.html', undefined, 'a/index.html'],
    ['a/index.html', 'index.html', undefined, '../index.html'],
    ['a/clause/x.html', 'a/index.html', 'clause.x', '../index.html#clause.x'],
    ['a/clause/x.html', 'b/clause/x.html', undefined, '../../b/clause/x.html'],
    ['a/index.html', 'a/index.html', 'section.end', '#section.end'],
    ['a/index.html', 'a/index.html', undefined, 'index.html'],
    ['a/index.html', 'a/b c.html', 'ü', 'b%20c.html#%C3%BC'],
  ])('from %s to %s, at %s: %s', (from, to, fragment, href) => {
    expect(hrefTo(from, to, fragment)).toBe(href);
  });

  it('leads to where a browser looks', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9.-]{0,5}$/).filter((one) => !one.endsWith('.'));
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(
        path,
        path,
        fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
        (from, to, fragment) => {
          const url = new URL(hrefTo(from, to, fragment), `https://site.example/${from}`);
          expect(url.pathname).toBe(`/${to}`);
          expect(decoded(url.hash.slice(1))).toBe(fragment ?? '');
        },
      ),
    );
  });
});

describe('anchors', () => {
  it('of different kinds never meet', () => {
    const kinds = ['clause', 'section', 'objection', 'option', 'run'] as const;
    const ids = kinds.flatMap((kind) => kinds.map((name) => anchor(kind, name)));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('decoded', () => {
  it.each([
    ['a%20b', 'a b'],
    ['%', '%'],
    ['%ff', '%ff'],
  ])('%s is %s', (text, expected) => {
    expect(decoded(text)).toBe(expected);
  });
});
