import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributes, html, htmlText, isHarmlessAddress, joined } from '../src/html.js';

const textOf = (value: Parameters<typeof htmlText>[0]): string => htmlText(value);

describe('html', () => {
  it('escapes text, and not what a template made', () => {
    expect(textOf(html`<p>${'<b> & "x"'} ${html`<b>${1}</b>`}</p>`)).toBe(
      '<p>&lt;b&gt; &amp; &quot;x&quot; <b>1</b></p>',
    );
  });

  it('writes nothing for what is missing, and lists one after the other', () => {
    expect(textOf(html`<p>${false}${null}${undefined}${['a', html`<i>b</i>`, ['<']]}</p>`)).toBe(
      '<p>a<i>b</i>&lt;</p>',
    );
    expect(textOf(html`${joined(['a', 'b'], html`<br>`)}`)).toBe('a<br>b');
  });

  it('escapes attributes', () => {
    expect(textOf(html`<a title="${'" onclick="x'}">x</a>`)).toBe('<a title="&quot; onclick=&quot;x">x</a>');
    expect(
      textOf(
        html`<details${attributes({ open: true, id: 'a"b', hidden: false, lang: undefined })}></details>`,
      ),
    ).toBe('<details open id="a&quot;b"></details>');
  });

  it.each([
    ['#id', true],
    ['a/b.html#c', true],
    ['../x?a=b:c', true],
    ['https://example.org', true],
    ['MAILTO:a@example.org', true],
    ['javascript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    ['\u0001javascript:alert(1)', false],
    [' data:text/html,x', false],
    ['vbscript:x', false],
    ['file:///etc/passwd', false],
  ])('takes the address %j: %s', (address, isTaken) => {
    expect(isHarmlessAddress(address)).toBe(isTaken);
    const write = () => html`<a href="${address}">x</a>`;
    if (isTaken) expect(write).not.toThrow();
    else expect(write).toThrow('an address is relative');
  });

  it.each<[string, () => unknown]>([
    ['attributes stand in a hole', () => html`<p ${'onclick=x'}>x</p>`],
    ['an attribute of a template has double quotes', () => html`<p class=${'x'}>x</p>`],
    ['an attribute of a template has double quotes', () => html`<p class='${'x'}'>x</p>`],
    ['holds text, not HTML', () => html`<p class="${html`x`}">x</p>`],
    ['a script and a style have no holes', () => html`<script>${'x'}</script>`],
    ['a script and a style have no holes', () => html`<style>a{}${'x'}</style>`],
    ['ends where its last tag has ended', () => html`<p class="x"`],
    ['no attribute onclick is written', () => attributes({ onclick: 'x' })],
    ['no attribute a b is written', () => attributes({ 'a b': 'x' })],
  ])('throws: %s', (message, write) => {
    expect(write).toThrow(message);
  });

  it('gives every text back when what it wrote is unescaped', () => {
    const unescaped = (text: string): string =>
      text.replace(
        /&(lt|gt|amp|quot|#39);/g,
        (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? "'",
      );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = textOf(html`${text}`);
        expect(written).not.toMatch(/[<>"']/);
        expect(unescaped(written)).toBe(text.replaceAll('\0', '\ufffd'));
      }),
    );
  });
});
