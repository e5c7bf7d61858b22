import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Siblings are tested from their sources; the condition also reaches the workers and processes that tests start. */
const conditions = ['@roma-fdi/source'];

export default defineConfig({
  resolve: {
    conditions: [...conditions, 'node'],
    // The examples of the mock use it, and the mock's manifest cannot name it: the client's tests use the mock.
    alias: [
      {
        find: /^@roma-fdi\/client$/,
        replacement: fileURLToPath(new URL('packages/client/src/index.ts', import.meta.url)),
      },
    ],
  },
  ssr: { resolve: { conditions: [...conditions, 'node'] } },
  test: {
    include: ['{spec,packages/*,apps/*}/{src,test,examples}/**/*.test.ts', 'test/**/*.test.ts'],
    execArgv: conditions.map((condition) => `--conditions=${condition}`),
    // By its whole path, since the runs that tests start have a root of their own.
    setupFiles: [fileURLToPath(new URL('test/properties.ts', import.meta.url))],
    reporters: ['default', './test/reporter.ts'],
    // They end what hangs; tests that start processes need tens of seconds where the machine has other work.
    testTimeout: 60_000,
    // A poll that never comes true fails soon enough; on a busy machine a server's process may need seconds to end.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 60_000,
    // One more than the two cores of the smallest machine: many tests wait for a process or a peer.
    maxWorkers: 3,
    // The processes that tests start load the same sources again and again.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url)) },
    // A worker is kept for the next file: no test leaves anything behind in its process.
    isolate: false,
  },
});
