/** The server of a preview: requests in, answers of `respond` out, and word to all browsers when there is something new. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ToolError } from '@quiesce/contract';
import { emptyPreview, type Preview } from './preview.js';
import { respond } from './respond.js';

export interface SiteServer {
  /** `http://127.0.0.1:4650/` */
  readonly address: string;
  readonly show: (preview: Preview) => void;
  readonly close: () => Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** Absent: the first free one from `firstPort`. */
  readonly port?: number;
}

const firstPort = 4650;
const portsTried = 20;

/** A `ToolError` where it cannot listen. */
export async function openSiteServer({ host, port }: ListenOptions): Promise<SiteServer> {
  let preview = emptyPreview;
  /** How many times the pages have changed. */
  let build = 0;
  const listeners = new Set<ServerResponse>();
  const news = (): string => {
    const { status } = preview;
    const text = status.kind === 'failed' ? status.text : undefined;
    return `data: ${JSON.stringify({ kind: status.kind, text, build })}\n\n`;
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { method = '', url = '', headers } = request;
    const told = respond({ method, url, host: headers.host }, preview, host);
    for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value);
    switch (told.kind) {
      case 'events':
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        if (method === 'HEAD') return void response.end();
        response.write(news());
        listeners.add(response);
        return void response.on('close', () => listeners.delete(response));
      case 'file': {
        const { status, type, text, headers: own } = told;
        response.writeHead(status, {
          'Content-Type': type,
          'Content-Length': Buffer.byteLength(text),
          ...own,
        });
        return void response.end(method === 'HEAD' ? undefined : text);
      }
    }
  };
  const server = createServer(answer);
  const { port: taken } = await listen(server, host, port);
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`,
    show: (next) => {
      if (next.pages !== preview.pages) build += 1;
      preview = next;
      for (const listener of listeners) listener.write(news());
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const safeHeaders = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
} as const;

async function listen(server: Server, host: string, port: number | undefined): Promise<AddressInfo> {
  const ports =
    port === undefined ? Array.from({ length: portsTried }, (_, index) => firstPort + index) : [port];
  for (const one of ports) {
    const code = await tryPort(server, host, one);
    if (code === undefined) return server.address() as AddressInfo;
    if (code !== 'EADDRINUSE')
      throw new ToolError(`Cannot listen on ${host} port ${one}: ${reasons[code] ?? code}`, {
        hint: 'Give another --host or --port.',
      });
  }
  throw new ToolError(`Cannot listen on ${host} port ${ports[0]}: another program uses it`, {
    hint:
      port === undefined
        ? 'Name a free port with --port.'
        : 'Name another --port, or none to take the first free one.',
  });
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EADDRNOTAVAIL: 'it is not an address of this machine',
  ENOTFOUND: 'there is no such host',
};

/** The code of the error; undefined if it listens. */
function tryPort(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const settle = (code: string | undefined): void => {
      server.off('error', onError);
      server.off('listening', onListening);
      resolve(code);
    };
    const onError = (error: NodeJS.ErrnoException): void => settle(error.code ?? error.message);
    const onListening = (): void => settle(undefined);
    server.on('error', onError);
    server.on('listening', onListening);
    server.listen(port, host);
  });
}
