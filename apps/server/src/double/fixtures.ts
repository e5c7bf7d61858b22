/** Fixtures for vitest's `test.extend`, which need nothing of vitest's themselves. */
import { startTestServer, type TestInstance, type TestServer } from './test-server.ts';

type Use<Value> = (value: Value) => Promise<void>;

/** What `test.extend<TestServerFixtures>(fixtures)` gives each test. */
export interface TestServerFixtures {
  /** One server for all tests of a file, started when the first of them uses it. Override it for databases of your own. */
  testServer: TestServer;
  /** An instance of the test's own on it: what other tests do, at the same time too, does not show. */
  instance: TestInstance;
}

/** In the form that vitest asks for. */
export const fixtures: {
  testServer: [(context: object, use: Use<TestServer>) => Promise<void>, { scope: 'file' }];
  instance: (context: { testServer: TestServer }, use: Use<TestInstance>) => Promise<void>;
} = {
  testServer: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const server = await startTestServer();
      await use(server);
      await server.close();
    },
    { scope: 'file' },
  ],
  instance: async ({ testServer }, use) => use(await testServer.instance()),
};
