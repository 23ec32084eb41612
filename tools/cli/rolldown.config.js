/**
 * Joins the command and the packages that it uses into a few files. Nothing is gained but time: Node needs about a
 * millisecond for each of 400 modules, and a small check would take longer to start than to run.
 *
 * `dist/` holds the same as `tsc` compiled it, for types and for whoever imports the package.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { defineConfig } from 'rolldown';

const { version: parserVersion } = createRequire(import.meta.url)('oxc-parser/package.json');

/**
 * `digest.txt`: changes whenever code changes that a result in the cache may depend on: that of the worker, which explores,
 * and of all that it imports. What only prints does not empty the cache.
 */
const digest = {
  name: 'digest',
  generateBundle(_options, bundle) {
    const hash = createHash('sha256').update(`oxc-parser ${parserVersion}`);
    for (const code of codeOf(bundle, 'worker.js')) hash.update(code);
    this.emitFile({ type: 'asset', fileName: 'digest.txt', source: `${hash.digest('hex')}\n` });
  },
};

/** Of a chunk and of all chunks that it leads to, without their names: those tell of chunks that are not among them. */
function codeOf(bundle, entry) {
  const reached = new Set([entry]);
  for (const name of reached)
    for (const next of [...(bundle[name]?.imports ?? []), ...(bundle[name]?.dynamicImports ?? [])])
      reached.add(next);
  return [...reached].map((name) => bundle[name]?.code ?? '').sort();
}

export default defineConfig({
  input: {
    quiesce: 'dist/main.js',
    worker: 'dist/work/worker.js',
    'model-worker': 'dist/lsp/model-worker.js',
  },
  // Native code, which is loaded from node_modules.
  external: ['oxc-parser'],
  platform: 'node',
  plugins: [digest],
  output: {
    dir: 'dist/bundle',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    cleanDir: true,
  },
});
