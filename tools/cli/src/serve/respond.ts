/**
 * What is answered to a request: a value, from the preview alone. No path of a request ever reaches the disk.
 *
 * A page of another site can make the browser send requests here under a name of its own that leads to this machine; so the
 * request must name this machine by an address, by `localhost`, or by the name that the user gave.
 */
import { isIP } from 'node:net';
import { framePage, frameScript, frameStyle } from './frame-page.js';
import type { Preview } from './preview.js';

export interface Request {
  readonly method: string;
  /** The path as it was sent, with query. */
  readonly url: string;
  readonly host: string | undefined;
}

export type Answer =
  | { readonly kind: 'events' }
  | {
      readonly kind: 'file';
      readonly status: 200 | 302 | 400 | 403 | 404 | 405;
      readonly type: string;
      readonly text: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** `ownHost`: the address or name that the server listens on. */
export function respond({ method, url, host }: Request, preview: Preview, ownHost: string): Answer {
  if (!isOwnHost(host, ownHost)) return plain(403, 'Unexpected host, expected the address of this server.');
  if (method !== 'GET' && method !== 'HEAD')
    return { ...plain(405, 'Only GET and HEAD are answered.'), headers: { Allow: 'GET, HEAD' } };
  const path = pathOf(url);
  if (path === undefined) return plain(400, 'Unexpected address.');
  if (path === '/')
    return { ...file('.html', framePage), headers: { 'Content-Security-Policy': framePolicy } };
  if (path === '/frame.css') return file('.css', frameStyle);
  if (path === '/frame.js') return file('.js', frameScript);
  if (path === '/events') return { kind: 'events' };
  if (path === '/pages/') return { ...plain(302, ''), headers: { Location: '/pages/index.html' } };
  const [, room, ...rest] = path.split('/');
  const name = rest.join('/');
  const text =
    room === 'pages' ? preview.pages.get(name)?.() : room === 'mail' ? mailOf(name, preview) : undefined;
  if (text === undefined) return plain(404, 'There is no such page.');
  return file(room === 'mail' ? '.txt' : /\.[a-z]+$/.exec(name)?.[0], text);
}

const framePolicy =
  "default-src 'none'; frame-src 'self'; connect-src 'self'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Of the first RFC where the page is of none. */
function mailOf(folder: string, { mails }: Preview): string | undefined {
  return folder === '' ? [...mails.values()][0] : mails.get(folder);
}

function pathOf(url: string): string | undefined {
  const path = url.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

export function isOwnHost(host: string | undefined, ownHost: string): boolean {
  const name = /^(?:\[([^\]]*)\]|([^:]*))(?::[0-9]+)?$/.exec(host ?? '');
  const own = (name?.[1] ?? name?.[2] ?? '').toLowerCase();
  return isIP(own) !== 0 || own === 'localhost' || (own !== '' && own === ownHost.toLowerCase());
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

function file(extension: string | undefined, text: string): Answer & { readonly kind: 'file' } {
  return { kind: 'file', status: 200, type: types[extension ?? ''] ?? types['.txt']!, text };
}

function plain(status: 302 | 400 | 403 | 404 | 405, text: string): Answer & { readonly kind: 'file' } {
  return { kind: 'file', status, type: types['.txt']!, text: `${text}\n` };
}
