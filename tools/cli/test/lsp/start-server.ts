/** A server in this process, from source, on a copy of a fixture. */
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { serve } from '../../src/lsp/serve.js';
import type { ExitCode } from '../../src/run.js';
import { worldIn } from '../console-file.js';
import { type Client, clientOf } from './client.js';

export interface Server {
  readonly client: Client;
  readonly exit: Promise<ExitCode>;
  /** What it reads from: for messages that no client would send. */
  readonly input: PassThrough;
  readonly folder: string;
  readonly uriOf: (path: string) => string;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** Opens a file, with another text than it has on disk if one is given. */
  readonly open: (path: string, text?: string, languageId?: string) => string;
  /** What it has said on standard error. */
  readonly talk: readonly string[];
}

export function startServer(fixture = 'queue'): Server {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'quiesce lsp-')));
  cpSync(join(import.meta.dirname, '../fixtures', fixture), folder, { recursive: true });
  const input = new PassThrough();
  const output = new PassThrough();
  const talk: string[] = [];
  const exit = serve(input, output, worldIn(folder, [], talk));
  const client = clientOf(output, input);
  onTestFinished(async () => {
    client.connection.dispose();
    input.end();
    await exit;
    rmSync(folder, { recursive: true });
  });
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  return {
    client,
    exit,
    input,
    folder,
    uriOf,
    read,
    write: (path, text) => writeFileSync(join(folder, path), text),
    open: (path, text = read(path), languageId = 'markdown') => {
      client.open(uriOf(path), text, 1, languageId);
      return uriOf(path);
    },
    talk,
  };
}
