import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// Tests run from source, without a build: every package exports its sources under this condition.
const conditions = ['quiesce-source', ...defaultServerConditions];

const project = (name: string, root: string) => ({
  extends: true as const,
  test: { name, root, include: ['test/**/*.test.ts'] },
});

export default defineConfig({
  ssr: { resolve: { conditions } },
  test: {
    testTimeout: 30_000,
    projects: [
      project('contract', 'tools/contract'),
      project('checker', 'tools/checker'),
      project('rfc', 'tools/rfc'),
      project('conformance', 'tools/conformance'),
      project('series', 'tools/series'),
      project('kernel', 'tools/kernel'),
      project('site', 'tools/site'),
      project('editor', 'tools/editor'),
      project('cli', 'tools/cli'),
      project('reference-model', 'reference-model'),
    ],
  },
});
