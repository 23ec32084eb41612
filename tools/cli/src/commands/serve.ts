/** `quiesce serve`: the pages while one writes. */
import { type Command, InvalidArgumentError } from 'commander';
import type { Action } from '../run.js';
import type { World } from '../world.js';

interface Options {
  readonly port?: number;
  readonly host: string;
  readonly core?: boolean;
  readonly cache: boolean;
  readonly config?: string;
}

export function addServe(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('serve')
    .description('show the pages and the mail text side by side, and again whenever a file is saved')
    .option('--port <number>', 'port to listen on (default: the first free one from 4650)', portOf)
    .option(
      '--host <address>',
      'address to listen on; others than this machine may then read all RFCs',
      '127.0.0.1',
    )
    .option('--core', 'explore only the options and scenarios that quiesce.json calls the core')
    .option('--no-cache', 'do not use results of earlier runs, and keep none')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .action(({ cache, ...options }: Options) =>
      choose(async () => {
        const { serve } = await import('../serve/serve.js');
        const stop = new AbortController();
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
        return serve({ ...options, useCache: cache }, world, stop.signal);
      }),
    );
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^[0-9]+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a whole number from 0 to 65535; 0 takes any free port.');
}
