/** `quiesce serve`: server, builder and watcher, until the user ends it. */
import { openWatch } from '../lsp/watch.js';
import { readProject } from '../project.js';
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { openBuilder } from './builder.js';
import { openSiteServer } from './site-server.js';

export interface ServeRequest {
  readonly port?: number;
  readonly host: string;
  readonly core?: boolean;
  readonly useCache: boolean;
  readonly config?: string;
}

/** Resolves when `stop` says so. Prints the address as soon as it can be opened. */
export async function serve(request: ServeRequest, world: World, stop: AbortSignal): Promise<ExitCode> {
  // Whoever is in the wrong folder is told so, and gets no server.
  readProject(world, request.config);
  const { port, host, useCache, core = false, config } = request;
  const server = await openSiteServer({ host, ...(port === undefined ? {} : { port }) });
  const stopped = new Promise<void>((resolve, reject) => {
    stop.addEventListener('abort', () => resolve());
    const watch = openWatch(() => builder.changed());
    const builder = openBuilder({
      request: { core, useCache, ...(config === undefined ? {} : { config }) },
      world,
      publish: server.show,
      watch: (paths) => void watch.set(paths),
      fail: reject,
    });
    stop.addEventListener('abort', () => {
      builder.close();
      watch.close();
    });
    builder.changed();
  });
  await world.stdout.write(`${server.address}\n`);
  try {
    await stopped;
  } finally {
    await server.close();
  }
  return 0;
}
