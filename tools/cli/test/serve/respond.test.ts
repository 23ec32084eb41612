import { describe, expect, test } from 'vitest';
import { emptyPreview, type Preview } from '../../src/serve/preview.js';
import { isOwnHost, respond } from '../../src/serve/respond.js';

const preview: Preview = {
  ...emptyPreview,
  pages: new Map([['index.html', () => '<p>all</p>']]),
  mails: new Map([['0001-a', 'a mail\n']]),
};

const get = (url: string, method = 'GET', host = '127.0.0.1:4650') =>
  respond({ method, url, host }, preview, '127.0.0.1');

describe('respond', () => {
  test.each([
    ['/', 200, 'text/html'],
    ['/frame.css', 200, 'text/css'],
    ['/frame.js?1', 200, 'text/javascript'],
    ['/pages/index.html', 200, 'text/html'],
    ['/pages/', 302, 'text/plain'],
    ['/mail/0001-a', 200, 'text/plain'],
    ['/mail/', 200, 'text/plain'],
    ['/mail/0002-b', 404, 'text/plain'],
    ['/pages/../quiesce.json', 404, 'text/plain'],
    ['/pages/%2e%2e/%2e%2e/etc/passwd', 404, 'text/plain'],
    ['/quiesce.json', 404, 'text/plain'],
    ['/%', 400, 'text/plain'],
  ])('answers %s with %i', (url, status, type) => {
    const answer = get(url);
    expect(answer).toMatchObject({ kind: 'file', status });
    expect(answer.kind === 'file' && answer.type.startsWith(type)).toBe(true);
  });

  test('only reads', () => {
    expect(get('/', 'POST')).toMatchObject({ status: 405, headers: { Allow: 'GET, HEAD' } });
    expect(get('/', 'HEAD')).toMatchObject({ status: 200 });
  });

  test('answers only to names of its own', () => {
    expect(get('/', 'GET', 'evil.example:4650')).toMatchObject({ status: 403 });
    expect(respond({ method: 'GET', url: '/', host: undefined }, preview, '127.0.0.1')).toMatchObject({
      status: 403,
    });
  });

  test.each([
    ['localhost:4650', true],
    ['127.0.0.1', true],
    ['[::1]:4650', true],
    ['desk.example:4650', true],
    ['Desk.Example:4650', true],
    ['localhost.evil.example', false],
    ['127.0.0.1.evil.example', false],
    ['', false],
  ])('takes the host %s: %s', (host, expected) => {
    expect(isOwnHost(host, 'Desk.example')).toBe(expected);
  });
});
