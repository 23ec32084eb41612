/** Watches what a project is read from, for an editor that does not do it. */
import type { FSWatcher } from 'chokidar';

export interface Watch {
  /** Watches these from now on, and no others: files, and folders with all that is below. Absolute. */
  readonly set: (paths: readonly string[]) => Promise<void>;
  readonly close: () => void;
}

export function openWatch(onChange: () => void): Watch {
  let watcher: FSWatcher | undefined;
  let watched: ReadonlySet<string> = new Set();
  let isClosed = false;
  return {
    set: async (paths) => {
      const { watch } = await import('chokidar');
      if (isClosed) return;
      const wanted = new Set(paths);
      const gone = [...watched].filter((path) => !wanted.has(path));
      const fresh = paths.filter((path) => !watched.has(path));
      watched = wanted;
      // A file that is written in pieces is told of once it rests: the reading waits for that anyway.
      watcher ??= watch([], { ignoreInitial: true })
        .on('all', onChange)
        .on('error', () => {});
      if (gone.length > 0) watcher.unwatch(gone);
      if (fresh.length > 0) watcher.add(fresh);
    },
    close: () => {
      isClosed = true;
      void watcher?.close();
    },
  };
}
