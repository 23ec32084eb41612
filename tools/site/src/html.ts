/**
 * HTML as a value that cannot be forged: the pages of the site are built from `html` templates, in which every hole is escaped
 * unless it holds what another template made.
 *
 * The trick is to read the template's own text. It tells where a hole stands: in text, in a quoted attribute, or loose in a tag,
 * where escaping would not help. A template that puts a hole where it cannot be made safe is an error of ours, and throws.
 */
import { assert } from './assert.js';

const markup = Symbol('markup');

/** Well-formed HTML, or a list of attributes. Only a template of this file makes one. */
export interface Html {
  readonly [markup]: string;
}

/** What a hole may hold. Nothing stands for `false`, `null` and `undefined`; the items of a list follow each other. */
export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[];

/**
 * `html\`<a href="${page}">${name}</a>\``: text is escaped, `Html` goes in as it is. A hole in an attribute is written between double
 * quotes, and one that holds an address takes only a relative one, or one of http, https and mailto. Attributes that may be
 * missing are a hole of their own: `html\`<details${isOpen && attributes({ open: true })}>\``.
 */
export function html(template: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let state: State = { kind: 'text' };
  let text = '';
  template.forEach((piece, index) => {
    if (index > 0) text += filled(state, values[index - 1]);
    text += piece;
    state = stateAfter(state, piece);
  });
  assert(state.kind === 'text', `a template ends where its last tag has ended: ${template.join('...')}`);
  return { [markup]: text };
}

/** `true` writes the name alone, `false` and `undefined` nothing. Begins with a space unless it is empty. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  const written = Object.entries(values).map(([name, value]) => {
    assert(
      /^[a-z][a-z0-9-]*$/i.test(name) && !/^(?:on|style$|srcdoc$)/i.test(name),
      `no attribute ${name} is written`,
    );
    if (value === undefined || value === false) return '';
    if (value === true) return ` ${name}`;
    return ` ${name}="${quotedValue(name, value)}"`;
  });
  return { [markup]: written.join('') };
}

/** HTML that was made elsewhere and is known to be safe: what the sanitiser let through, and nothing else. */
export function trustedHtml(text: string): Html {
  return { [markup]: text };
}

export function htmlText(value: Html): string {
  return value[markup];
}

/** Items with `separator` between them. */
export function joined(items: readonly HtmlValue[], separator: HtmlValue = ', '): readonly HtmlValue[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

function escaped(text: string): string {
  return text.replace(/[&<>"'\0]/g, (character) => entities[character] ?? '\ufffd');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Where the text of a template has got to. */
type State =
  | { readonly kind: 'text' }
  /** In the text of a script or a style, in which nothing is escaped. */
  | { readonly kind: 'raw' }
  | { readonly kind: 'tag'; readonly element: string }
  | { readonly kind: 'quoted'; readonly element: string; readonly attribute: string };

function stateAfter(before: State, piece: string): State {
  let state = before;
  for (let at = 0; at < piece.length; ) {
    const rest = piece.slice(at);
    const match = nextToken(state, rest);
    if (match === null) break;
    at += match.index + match[0].length;
    state = stateBehind(state, match);
  }
  return state;
}

function nextToken(state: State, rest: string): RegExpExecArray | null {
  switch (state.kind) {
    case 'text':
      return /<!--[\s\S]*?-->|<\/?([a-z][a-z0-9-]*)|<!doctype/i.exec(rest);
    case 'raw':
      return /<\/(?:script|style)>/i.exec(rest);
    case 'tag':
      return />|([a-z][a-z0-9:-]*)="|=/i.exec(rest);
    case 'quoted':
      return /"/.exec(rest);
  }
}

function stateBehind(state: State, match: RegExpExecArray): State {
  switch (state.kind) {
    case 'text':
      return match[0].startsWith('<!--') ? state : { kind: 'tag', element: match[1] ?? '' };
    case 'raw':
      return { kind: 'text' };
    case 'tag':
      if (match[1] !== undefined) return { kind: 'quoted', element: state.element, attribute: match[1] };
      assert(match[0] === '>', 'an attribute of a template has double quotes');
      return { kind: /^(?:script|style)$/i.test(state.element) ? 'raw' : 'text' };
    case 'quoted':
      return { kind: 'tag', element: state.element };
  }
}

function filled(state: State, value: HtmlValue): string {
  if (value === undefined || value === null || value === false) return '';
  if (isList(value)) return value.map((item) => filled(state, item)).join('');
  switch (state.kind) {
    case 'text':
      return isHtml(value) ? value[markup] : escaped(String(value));
    case 'quoted':
      assert(!isHtml(value), `the attribute ${state.attribute} holds text, not HTML`);
      return quotedValue(state.attribute, value);
    case 'tag':
      assert(isHtml(value), 'attributes stand in a hole of their own, made by attributes()');
      return value[markup];
    case 'raw':
      throw new Error('a script and a style have no holes');
  }
}

const addresses = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'cite', 'xlink:href'];

function quotedValue(attribute: string, value: string | number): string {
  const text = String(value);
  if (addresses.includes(attribute.toLowerCase()))
    assert(isHarmlessAddress(text), `an address is relative, or one of http, https and mailto: ${text}`);
  return escaped(text);
}

/** What a browser skips in an address is skipped here: it reads `java\nscript:` as a scheme. */
export function isHarmlessAddress(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
  const read = address.replace(/[\u0000-\u0020]/g, '');
  const scheme = /^([^/?#:]*):/.exec(read)?.[1];
  return scheme === undefined || /^(?:https?|mailto)$/i.test(scheme);
}

function isHtml(value: Exclude<HtmlValue, readonly HtmlValue[]>): value is Html {
  return typeof value === 'object' && value !== null;
}

function isList(value: HtmlValue): value is readonly HtmlValue[] {
  return Array.isArray(value);
}
