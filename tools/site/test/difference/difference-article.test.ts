import { diffRfcs, type Rfc } from '@quiesce/rfc';
import { expect, test } from 'vitest';
import { differenceArticle } from '../../src/difference/difference-article.js';
import { htmlText } from '../../src/html.js';
import { parsedPage, textOf } from '../parsed-page.js';
import { lampRfc, lampText } from '../sample-site.js';

function shown(after: Rfc) {
  const names = { before: 'v1', after: 'v2' };
  const clauseAddress = (id: string) => (id === 'lamp.dark' ? 'there.html' : undefined);
  const article = differenceArticle(diffRfcs(lampRfc(), after), { names, clauseAddress });
  const { tree, elements, errors } = parsedPage(htmlText(article), true);
  expect(errors).toEqual([]);
  const marked = (name: string) => elements.filter(({ tagName }) => tagName === name).map(textOf);
  return { text: textOf(tree), removed: marked('del'), added: marked('ins'), links: marked('a') };
}

test('of the same text says so', () => {
  expect(shown(lampRfc()).text).toBe('v1 and v2 say the same.');
});

test('marks the words of a weakened promise, and says that users lose something', () => {
  const { text, removed, added, links } = shown(
    lampRfc(lampText.replace('MUST NOT shine', 'SHOULD NOT shine')),
  );
  expect(text).toContain('1 clause differs: 1 weakened');
  expect(text).toContain('Users lose something in 1 clause.');
  expect(removed).toEqual(['MUST']);
  expect(added).toEqual(['SHOULD']);
  expect(links).toEqual(['lamp.dark']);
});

test('says that nothing is lost by a stronger promise', () => {
  const before = shown(lampRfc(lampText.replace('MAY be <b>soft</b>', 'MUST be <b>soft</b>')));
  expect(before.text).toContain('strengthened');
  expect(before.text).toContain('Users lose nothing.');
});

test('shows a clause that was taken out as a whole', () => {
  const { text, removed, added } = shown(
    lampRfc(lampText.replace(/```contract\nClause: lamp.soft[\s\S]*?```\n/, '')),
  );
  expect(text).toContain('1 removed');
  expect(removed.join()).toContain('the lamp MAY be <b>soft</b>');
  expect(added).toEqual([]);
});

test('shows prose by section, and no promise that has not changed', () => {
  const { text, removed, added } = shown(lampRfc(lampText.replace('A note', 'A warning')));
  expect(text).toContain('No promise has changed.');
  expect(text).toContain('The end');
  expect([removed, added]).toEqual([['note'], ['warning']]);
});
